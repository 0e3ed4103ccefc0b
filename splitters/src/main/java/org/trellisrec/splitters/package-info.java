/**
 * Warm and cold splits. All of them depend on the ids, ratings and times of the interactions only,
 * never on the order of the input rows; shares are rounded as {@link org.trellisrec.data.Share}
 * says.
 */
package org.trellisrec.splitters;
