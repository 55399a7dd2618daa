/** Hides what belongs to customers whose name does not hold what is typed. */
class CustomerFilter extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    input?.addEventListener('input', () => this.#show(input.value));
    this.#show(input?.value ?? '');
  }

  #show(text: string): void {
    const wanted = text.trim().toLowerCase();
    for (const item of document.querySelectorAll<HTMLElement>('[data-customer]')) {
      item.hidden = !item.dataset.customer?.toLowerCase().includes(wanted);
    }
  }
}

customElements.define('wp-customer-filter', CustomerFilter);
