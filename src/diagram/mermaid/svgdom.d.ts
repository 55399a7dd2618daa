// svgdom has no types of its own; this is the part of it that is used here.
declare module 'svgdom' {
  export interface MeasuredFont {
    unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { advanceWidth: number };
  }
  export class SVGGraphicsElement extends globalThis.SVGGraphicsElement {
    matrixify(): { a: number; b: number; c: number; d: number; e: number; f: number };
  }
  export class Element extends globalThis.Element {}
  export function createHTMLWindow(): { document: Document };
  export function setFontDir(folder: string): void;
  export function setFontFamilyMappings(files: Record<string, string>): void;
  export function preloadFonts(): void;
  export function getFonts(): Record<string, MeasuredFont>;
}
