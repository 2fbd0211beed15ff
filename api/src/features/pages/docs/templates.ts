/**
 * What the script of the docs puts into a page: the words and the shape stand here, beside all others;
 * the script fills them. Each page has them once.
 */
import { html } from '../html.ts'

/** Where the reader gets a key, and where what came back is shown. */
export const templates = html`<template id="key-panel">
    <fieldset class="key">
      <legend>Key of your sandbox</legend>
      <p class="note" data-key-note>Looking whether you are signed in…</p>
      <div class="field" data-key-choice hidden>
        <label for="key-app">Sandbox app</label>
        <div class="beside">
          <select id="key-app"></select>
          <button type="button" data-key-fill>Fill in my key</button>
        </div>
      </div>
      <p class="held" data-key-held hidden>
        <code data-key-shown></code> <span data-key-until></span>
        <button type="button" data-key-forget>Use another</button>
      </p>
      <details data-key-paste>
        <summary>Paste a key instead</summary>
        <div class="field">
          <label for="key-pasted">Key of a sandbox app</label>
          <input
            id="key-pasted"
            type="password"
            placeholder="sq_test_…"
            maxlength="64"
            spellcheck="false"
            autocomplete="off"
          />
          <p class="note">It stays in the memory of this page alone, and goes with it.</p>
        </div>
      </details>
      <p class="note" data-key-scope hidden>
        This operation makes keys, or ends them: a key that the docs fill in may not. Paste one that
        holds <code>keys:write</code>.
      </p>
      <p class="fault" role="alert" data-key-fault></p>
    </fieldset>
  </template>
  <template id="answer">
    <div class="answer">
      <p class="outcome" role="status"></p>
      <p class="note" data-answer-links></p>
      <details>
        <summary>Headers of the answer</summary>
        <dl class="headers"></dl>
      </details>
      <figure>
        <figcaption>What came back</figcaption>
        <pre tabindex="0"><code></code></pre>
      </figure>
    </div>
  </template>`
