"""The web: a REST API and the galley in the browser. Both call the services, as the command line does."""
