/** What `/customers.json` says of a customer: name, address of the plan, phase. */
type Listed = readonly [name: string, address: string, phase: string];

/** More than these nobody reads: another letter finds fewer. */
const most = 20;

/** A field that shows, while one is typing, the customers whose name has all that is typed. */
class FindCustomer extends HTMLElement {
  #listed: Promise<readonly Listed[]> | undefined;

  connectedCallback(): void {
    const label = document.createElement('label');
    const field = document.createElement('input');
    field.type = 'search';
    field.autocomplete = 'off';
    label.append('Find a customer', field);
    const said = document.createElement('p');
    said.className = 'wp-quiet';
    said.setAttribute('role', 'status');
    const found = document.createElement('ul');
    this.replaceChildren(label, said, found);
    field.addEventListener('focus', () => void this.#load(), { once: true });
    field.addEventListener('input', async () => {
      const words = wordsIn(field.value);
      const all = await this.#load();
      // Whoever types on has another question by now.
      if (words.join() !== wordsIn(field.value).join()) return;
      const matches = all.filter(([name]) => words.every((word) => folded(name).includes(word)));
      const shown = words.length === 0 ? [] : matches.slice(0, most);
      found.replaceChildren(...shown.map(entryOf));
      said.textContent = words.length === 0 ? '' : wordsFor(matches.length);
    });
  }

  #load(): Promise<readonly Listed[]> {
    this.#listed ??= fetch(this.dataset.index ?? '').then((response) => response.json());
    return this.#listed;
  }
}

function wordsIn(text: string): string[] {
  return folded(text).split(/\s+/).filter(Boolean);
}

/** Without accents and case, as one types in a hurry. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsFor(count: number): string {
  if (count === 0) return 'No customer has this name.';
  if (count > most) return `${count} customers; the first ${most}:`;
  return count === 1 ? '1 customer:' : `${count} customers:`;
}

function entryOf([name, address, phase]: Listed): HTMLLIElement {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = name;
  entry.append(link, ` ${phase}`);
  return entry;
}

customElements.define('wp-find-customer', FindCustomer);
