import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DrawingFolder } from '../../../src/diagram/mermaid/drawing-folder.ts';
import { type DrawingStore, Drawings } from '../../../src/diagram/mermaid/drawings.ts';
import { folderWith } from '../../support/waypost.ts';

const source = 'flowchart LR\n  a["Größe"] --> b\n';

/** A folder, and the name of the one file that a drawing was kept in. */
async function withKept(drawing: string) {
  const folder = await folderWith({});
  await new DrawingFolder(folder, 'maker').write(source, drawing);
  const [name = ''] = await readdir(folder);
  return { folder, file: join(folder, name) };
}

describe('a folder of drawings', () => {
  test('has what was kept in it, to the byte', async () => {
    for (const drawing of ['<svg>Größe 𝒳\n\n</svg>\n', '']) {
      const { folder } = await withKept(drawing);
      expect(await new DrawingFolder(folder, 'maker').read(source)).toBe(drawing);
    }
  });

  test('has nothing for another text, nor of another maker', async () => {
    const { folder } = await withKept('<svg/>');
    expect(await new DrawingFolder(folder, 'maker').read(`${source} `)).toBeUndefined();
    expect(await new DrawingFolder(folder, 'other maker').read(source)).toBeUndefined();
  });

  test('does not have what is no longer whole', async () => {
    const { folder, file } = await withKept('<svg>whole</svg>');
    const whole = await readFile(file);
    const store = new DrawingFolder(folder, 'maker');
    for (let length = 0; length < whole.length; length++) {
      await writeFile(file, whole.subarray(0, length));
      expect(await store.read(source), `${length} bytes`).toBeUndefined();
    }
    await writeFile(file, whole.toString().replace('whole', 'other'));
    expect(await store.read(source)).toBeUndefined();
    await store.write(source, '<svg>anew</svg>');
    expect(await store.read(source)).toBe('<svg>anew</svg>');
  });

  test('does not take the drawing of one text for that of another', async () => {
    const { folder, file } = await withKept('<svg/>');
    const other = `${source}  b --> c\n`;
    await new DrawingFolder(folder, 'maker').write(other, '<svg>other</svg>');
    const names = await readdir(folder);
    const second = names.map((name) => join(folder, name)).find((name) => name !== file) ?? '';
    await writeFile(second, await readFile(file));
    expect(await new DrawingFolder(folder, 'maker').read(other)).toBeUndefined();
  });

  test('is whole while several runs write to it, and keeps no drafts', async () => {
    const { folder } = await withKept('<svg>0</svg>');
    const drawing = `<svg>${'x'.repeat(200_000)}</svg>`;
    const runs = Array.from({ length: 8 }, async () => {
      const store = new DrawingFolder(folder, 'maker');
      await store.write(source, drawing);
      const kept = await store.read(source);
      expect(kept === drawing).toBe(true);
    });
    await Promise.all(runs);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('that a killed run left a draft in has nothing of it', async () => {
    const { folder, file } = await withKept('<svg/>');
    await writeFile(join(folder, 'killed.draft'), await readFile(file));
    await truncate(join(folder, 'killed.draft'), 10);
    expect(await new DrawingFolder(folder, 'maker').read(source)).toBe('<svg/>');
  });

  test('that cannot be made is none, and nobody need know', async () => {
    const folder = await folderWith({ file: 'in the way' });
    const store = new DrawingFolder(join(folder, 'file/drawings'), 'maker');
    await store.write(source, '<svg/>');
    expect(await store.read(source)).toBeUndefined();
    expect(await readdir(folder)).toEqual(['file']);
  });
});

describe('the drawings of a run', () => {
  const drawn = new Drawings().draw(source);

  test('are the same with a store, without one, and from one', async () => {
    const folder = await folderWith({});
    const run = () => new Drawings(new DrawingFolder(folder, 'maker')).draw(source);
    expect(await run()).toBe(await drawn);
    expect(await readdir(folder)).toHaveLength(1);
    expect(await run()).toBe(await drawn);
  });

  test('are made once for each text, and not at all where a store has them', async () => {
    const asked: string[] = [];
    const written: string[] = [];
    const store: DrawingStore = {
      read: async (text) => {
        asked.push(text);
        return text === 'kept' ? '<svg>kept</svg>' : undefined;
      },
      write: async (text) => void written.push(text),
    };
    const drawings = new Drawings(store);
    const texts = ['kept', source, source, 'kept'];
    const all = await Promise.all(texts.map((text) => drawings.draw(text)));
    expect(all).toEqual(['<svg>kept</svg>', await drawn, await drawn, '<svg>kept</svg>']);
    expect({ asked, written }).toEqual({ asked: ['kept', source], written: [source] });
  });

  test('that cannot be made are not kept', async () => {
    const folder = await folderWith({});
    const drawings = new Drawings(new DrawingFolder(folder, 'maker'));
    await expect(drawings.draw('flowchart LR\n a[')).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });
});
