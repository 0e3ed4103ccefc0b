/** Models that propagate representations along the graph of users and items. */
package org.trellisrec.recommenders.graph;
