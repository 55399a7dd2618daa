/** Turns the headings of the customers' table into buttons that sort it. */
class Customers extends HTMLElement {
  connectedCallback(): void {
    for (const heading of this.querySelectorAll<HTMLElement>('th[data-sort]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      button.addEventListener('click', () => this.#sortBy(heading));
      heading.append(button);
    }
    this.querySelector('th[data-sort]')?.setAttribute('aria-sort', 'ascending');
  }

  #sortBy(heading: HTMLElement): void {
    const isAscending = heading.getAttribute('aria-sort') === 'ascending';
    const column = [...(heading.parentElement?.children ?? [])].indexOf(heading);
    const body = this.querySelector('tbody');
    if (!body) return;
    const collator = new Intl.Collator('en', { numeric: true });
    const keyOf = (row: Element) => row.children[column]?.getAttribute('data-key') ?? '';
    const rows = [...body.children].sort((a, b) => collator.compare(keyOf(a), keyOf(b)));
    body.append(...(isAscending ? rows.reverse() : rows));

    this.querySelector('th[aria-sort]')?.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', isAscending ? 'descending' : 'ascending');
  }
}

customElements.define('wp-customers', Customers);
