/** What models of several families ask of the side information. */
package org.trellisrec.recommenders.modalities;
