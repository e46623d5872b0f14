"""Questions, tables, pages and the command line: PrecedentGraph in, answers out."""
