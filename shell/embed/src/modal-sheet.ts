/** A sheet rather than `<style>`: a strict policy refuses inline styles without a nonce. */
export const sheet = new CSSStyleSheet()
sheet.replaceSync(`
  .modal {
    box-sizing: border-box; inline-size: min(560px, 100vw - 24px);
    max-block-size: calc(100dvh - 24px); margin: auto; padding: 0; overflow: auto;
    border: 1px solid light-dark(#d8dbe2, #3a3f4b); border-radius: 10px;
    background: light-dark(#fff, #1b1e25); color-scheme: light dark;
    box-shadow: 0 16px 40px -8px rgb(0 0 0 / 0.25);
  }
  .modal[data-theme='light'] { color-scheme: light; }
  .modal[data-theme='dark'] { color-scheme: dark; }
  .modal::backdrop { background: rgb(16 18 27 / 0.5); }
  /* What the page gives to its own text ends here. */
  .modal > * {
    all: initial; color-scheme: inherit; direction: inherit; color: light-dark(#20242d, #f0f2f5);
    font: 14px/1.45 var(--sonaqor-font, 'Inter Variable', system-ui, sans-serif);
  }
  .modal > header { display: flex; align-items: center; gap: 12px; padding: 16px 20px 0; }
  .modal > header > h2 { all: unset; flex: 1; font-size: 16px; font-weight: 600; }
  .modal > header > button {
    all: unset; inline-size: 28px; border-radius: 6px; opacity: 0.75;
    font-size: 20px; line-height: 28px; text-align: center; cursor: pointer;
  }
  .modal > header > button:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
  .modal > .question {
    position: sticky; inset-block-start: 0; z-index: 1;
    display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin: 16px 20px 0; padding: 12px;
    border: 1px solid light-dark(#e3c37f, #6b5422); border-radius: 6px;
    background: light-dark(#fdf6e3, #2e2717);
  }
  .modal > .question[hidden] { display: none; }
  .modal > .question > p { all: unset; flex: 1 1 260px; font-weight: 500; }
  .modal > .question > button {
    all: unset; padding: 5px 12px; border: 1px solid currentcolor; border-radius: 6px;
    font-size: 13px; font-weight: 500; cursor: pointer;
  }
  .modal > .question > button:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
  /* A view in a dialog stands on the dialog's ground, not on one of its own. */
  .modal > .body { display: block; padding: 16px 20px 20px; --sonaqor-background: transparent; }
`)
