const unwritten = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A plan as YAML, in which every character that is no letter, sign or blank is written as its number. */
export function quotedYaml(plan: unknown): string {
  return JSON.stringify(plan).replace(unwritten, (character) =>
    [...character.split('')].map(unit).join(''),
  );
}

function unit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
