/** Reference pages and the JSON Schema, generated from what the plugins declare. */
package org.trellisrec.config.docs;
