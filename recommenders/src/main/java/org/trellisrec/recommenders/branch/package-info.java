/**
 * Models that encode users and items by neural branches and compare the results: two branches
 * (DeepMF), one for both sides (CoBraR), one per entity for all of its modalities (SiBraR), or one
 * per modality (MuBraR). They differ in what is shared; the parts are the same: a projection of
 * each input, a branch, a similarity and an objective. The models that these are compared with in
 * cold start (CLCRec, DropoutNet) are made of the same inputs and are here for that reason.
 */
package org.trellisrec.recommenders.branch;
