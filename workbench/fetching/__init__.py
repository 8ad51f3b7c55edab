"""Documents from the network: `web.Web` fetches them, and nothing outside this room reaches for it."""
