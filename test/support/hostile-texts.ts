/** A text that would do harm, or fall apart, where a program takes it for more than text. */
export interface HostileText {
  readonly text: string;
  /** How a page shows it, where that is not as it is written. */
  readonly shown?: string;
}

/** Of all sorts, each of them many in one. Code among them sets `window.pwned`. */
export const hostileTexts = {
  markup: {
    text: `"><img src=x onerror="window.pwned=1"> <script>window.pwned=1</script> '><svg onload='window.pwned=1'></svg>`,
  },
  closing: {
    text: `</title></style></textarea></template></script><script>window.pwned=1</script> --> ]]> <![CDATA[ <base href="https://evil.invalid/"> <style>*{display:none}</style><!--`,
  },
  code: {
    text: `{{window.pwned=1}} {window.pwned=1} \${window.pwned=1} #{1} <%= 1 %> '" \\" \\' \\n \\u0041 %3C ] ) } > ]] )) }} ]-->|x| (((`,
  },
  mermaid: {
    text: `end\nsubgraph x\nclick A href "javascript:window.pwned=1"\n%%{init: {"securityLevel": "loose", "htmlLabels": true}}%% #quot; #35; fa:fa-user @{ shape: circle }`,
    shown: `end subgraph x click A href "javascript:window.pwned=1" %%{init: {"securityLevel": "loose", "htmlLabels": true}}%% #quot; #35; fa:fa-user @{ shape: circle }`,
  },
  markdown: {
    text: `# Heading ![x](https://evil.invalid/x.png) [y](javascript:window.pwned=1) <https://evil.invalid> **z** | a | &lt;b&gt; &amp;amp; &#60; &nbsp;`,
  },
  yaml: {
    text: `x: &a !!js/function "f" *a << # no\n---\n...\n- y`,
    shown: `x: &a !!js/function "f" *a << # no --- ... - y`,
  },
  control: {
    text: 'one\r\n\ttwo\u2028three nul\u0000 back\u0008 escape\u001b[31m delete\u007f c1\u009b31m',
    shown: String.raw`one two\u{2028}three nul\u{0} back\u{8} escape\u{1b}[31m delete\u{7f} c1\u{9b}31m`,
  },
  bidi: {
    text: '\u202e3202-21-13\u202c \u2067right \u200fmark a\u200bb\u00adc\ufeffd \u{e0041}\u202eopen',
    shown: String.raw`\u{202e}3202-21-13\u{202c} \u{2067}right \u{200f}mark a\u{200b}b\u{ad}c\u{feff}d \u{e0041}\u{202e}open`,
  },
  scripts: {
    text: 'עברית العربية 漢字 👩🏽‍🔬 🇩🇪 می‌خواهم e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309 עברית',
  },
  long: { text: `${'W'.repeat(300)} ${'many words '.repeat(40).trim()}` },
  address: {
    text: 'javascript:window.pwned=1// data:text/html,<script>window.pwned=1</script> vbscript:window.pwned=1',
  },
} satisfies Record<string, HostileText>;

/** Words that mean something to a program. */
export const hostileWords = [
  'end',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '1e999',
  'null',
  'graph',
  '<b>',
  '"',
  "'",
  '`',
  '``x',
  '&',
  '{}',
  '%%',
  '#',
  '-',
  'javascript:window.pwned=1',
  '//evil.invalid',
];
