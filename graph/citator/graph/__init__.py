"""The knowledge graph: Readings in, PrecedentGraph out (RDF and networkx)."""
