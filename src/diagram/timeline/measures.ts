/** Measures of the whole drawing, in SVG units. */

/** The width of the drawing; `timeline.css` knows it, too. */
export const width = 800;

/** The room for the names of the lanes at its left; `timeline.css` knows it, too. */
export const namesWidth = 118;

/** The room for the status date at its top. */
export const statusRow = 18;
