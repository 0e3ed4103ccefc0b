/** Linear models with a closed form. */
package org.trellisrec.recommenders.linear;
