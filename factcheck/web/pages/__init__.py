"""Pages for people: plain links and forms, made by the server; a few modules make them live."""
