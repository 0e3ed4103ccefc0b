/** How far scores are from the ratings that users gave. */
package org.trellisrec.metrics.rating;
