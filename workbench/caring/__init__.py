"""Care of a database: copies of it, whether it is whole, and making anew what can be made from the rest."""
