"""What the program says of its findings, sentence by sentence: templates that every room fills in English.

What is stored and exported is English; who shows it in another language finds the template and its values
again (`phrases.reading`). One module a room, nothing but data in it.
"""
