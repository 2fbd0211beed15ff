/** Every sample of the docs in the five languages that most partners write. */
import { html, type Html } from '../../html.ts'
import { filled } from '../layout.ts'
import type { Call } from './call.ts'
import { curl } from './curl.ts'
import { go } from './go.ts'
import { javascript } from './javascript.ts'
import { php } from './php.ts'
import { python } from './python.ts'

export { keyPlaceholder, type Call } from './call.ts'

/** In the order in which they stand; decision 0050 says why these. */
export const languages = [
  { name: 'curl', title: 'curl', write: curl },
  { name: 'javascript', title: 'JavaScript', write: javascript },
  { name: 'python', title: 'Python', write: python },
  { name: 'php', title: 'PHP', write: php },
  { name: 'go', title: 'Go', write: go },
] as const

/**
 * One call in all languages, of which the reader sees one. They are chosen between by radio buttons, so
 * that a page without a script shows them as well; `id` keeps the groups of a page apart.
 */
export function samples(id: string, call: Call): Html {
  return html`<fieldset class="samples" data-samples>
    <legend>Request <span class="unseen">of ${id}, in</span></legend>
    <div class="languages">
      ${languages.map(
        ({ name, title }, place) =>
          html`<label
            ><input
              type="radio"
              name="language-${id}"
              value="${name}"
              ${place === 0 ? 'checked' : ''}
            /><span>${title}</span></label
          >`,
      )}
    </div>
    ${languages.map(
      ({ name, title, write }) =>
        html`<figure data-language="${name}">
          <figcaption class="unseen">${title}</figcaption>
          <pre tabindex="0"><code>${filled(write(call))}</code></pre>
        </figure>`,
    )}
  </fieldset>`
}
