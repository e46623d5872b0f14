"""Opinion → every citation in it: of cases here, of other authorities in ``authorities``."""
