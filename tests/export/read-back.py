"""Reads an exported file with a tool that is not ours, and prints what it holds as JSON.

    read-back.py READER FILE

READER is a key of READERS. Graphs give {"nodes": {id: attributes}, "edges": [{"id", "source", "target", ...}]},
RDF gives the sorted list of its statements. `read-back.py READER` alone exits with 0 where the tool is installed.
"""

import json
import sys
import warnings

warnings.simplefilter("ignore")


def networkx_graph(graph):
    edges = []
    keyed = graph.edges(keys=True, data=True) if graph.is_multigraph() else (
        (source, target, None, data) for source, target, data in graph.edges(data=True)
    )
    for source, target, key, data in keyed:
        edges.append({**data, "id": data.get("id", key), "source": source, "target": target})
    return {"nodes": {node: data for node, data in graph.nodes(data=True)}, "edges": edges}


def networkx_gexf(path):
    import networkx

    if path is None:
        return None
    return networkx_graph(networkx.read_gexf(path))


def networkx_gexf_13(path):
    """NetworkX knows versions 1.1 and 1.2; the namespace of 1.3 is the only thing that it is told here."""
    from networkx.readwrite.gexf import GEXFReader

    if path is None:
        return None
    reader = GEXFReader(version="1.2draft")
    reader.NS_GEXF = "http://gexf.net/1.3"
    return networkx_graph(reader(path))


def networkx_graphml(path):
    import networkx

    if path is None:
        return None
    return networkx_graph(networkx.read_graphml(path))


def networkx_node_link(path):
    import networkx

    if path is None:
        return None
    with open(path, encoding="utf-8") as file:
        return networkx_graph(networkx.node_link_graph(json.load(file)))


def networkx_cytoscape(path):
    import networkx

    if path is None:
        return None
    with open(path, encoding="utf-8") as file:
        return networkx_graph(networkx.cytoscape_graph(json.load(file)))


def igraph_graphml(path):
    import igraph

    if path is None:
        return None
    graph = igraph.Graph.Read_GraphML(path)
    ids = graph.vs["id"] if graph.vcount() > 0 else []
    edges = [
        {**edge.attributes(), "source": ids[edge.source], "target": ids[edge.target]} for edge in graph.es
    ]
    # A number that a vertex does not have is NaN there, which equals nothing.
    nodes = {
        vertex["id"]: {name: value for name, value in vertex.attributes().items() if value == value}
        for vertex in graph.vs
    }
    return {"nodes": nodes, "edges": edges}


def rdflib_statements(syntax):
    def read(path):
        import rdflib

        if path is None:
            return None
        dataset = rdflib.ConjunctiveGraph()
        dataset.parse(path, format=syntax)
        statements = []
        for subject, predicate, object_, context in dataset.quads():
            name = getattr(context, "identifier", context)
            graph = str(name) if isinstance(name, rdflib.URIRef) and str(name).startswith("urn:claimgraph:claim:") else ""
            kind = "iri" if isinstance(object_, rdflib.URIRef) else str(object_.datatype or "")
            statements.append([str(subject), str(predicate), str(object_), kind, graph])
        return sorted(statements)

    return read


READERS = {
    "networkx-gexf": networkx_gexf,
    "networkx-gexf-1.3": networkx_gexf_13,
    "networkx-graphml": networkx_graphml,
    "networkx-node-link": networkx_node_link,
    "networkx-cytoscape": networkx_cytoscape,
    "igraph-graphml": igraph_graphml,
    "rdflib-json-ld": rdflib_statements("json-ld"),
    "rdflib-trig": rdflib_statements("trig"),
    "rdflib-nquads": rdflib_statements("nquads"),
}

if __name__ == "__main__":
    reader = READERS[sys.argv[1]]
    answer = reader(sys.argv[2] if len(sys.argv) > 2 else None)
    # Escapes keep what is no valid UTF-8 apart from what the terminal's encoding makes of it.
    sys.stdout.write(json.dumps(answer, ensure_ascii=True))
