import { html, type Html } from '../html.ts'
import { icon } from '../icon.ts'
import { keyPlaceholder } from './samples/call.ts'

export interface NavLink {
  readonly href: string
  readonly title: string
  /** What stands on that page, shown below it while it is read. */
  readonly within?: readonly NavLink[]
}

export interface NavGroup {
  readonly title: string
  readonly links: readonly NavLink[]
}

export interface DocsPage {
  /** Where it is served; the start page is `/docs`. */
  readonly path: string
  readonly title: string
  /** One line under the title that says what the page is for. */
  readonly lead: string
  readonly content: Html
  /** Whether samples stand beside the words, for which it takes all the room that there is. */
  readonly isWide?: boolean
}

/** What a page brings along, by its addresses. */
export interface Companions {
  readonly sheet: string
  /** All that can be found, for the search. */
  readonly index: string
  /** Searches, copies and tries; without it a page is read all the same. */
  readonly script: string | undefined
}

/**
 * The whole document around one page. It can be read without its script. The list of pages stands in
 * it twice: open at the side, and folded where there is no side. The sheet shows one of them.
 */
export function layout(
  page: DocsPage,
  nav: readonly NavGroup[],
  { sheet, script, index }: Companions,
  templates: Html,
): string {
  const side = html`<nav class="side" aria-label="Documentation">
    ${nav.map((group) => sideGroup(group, page.path))}
  </nav>`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · Sonaqor docs</title>
        <meta name="description" content="${page.lead}" />
        <link rel="icon" href="${icon}" />
        <link rel="stylesheet" href="${sheet}" />
        ${script && html`<script type="module" src="${script}"></script>`}
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>
          <a class="brand" href="/docs">Sonaqor <span>docs</span></a>
          ${script && search(index)}
          <nav class="top" aria-label="Site">
            <a href="/v1/openapi.json">OpenAPI 3.1</a><a href="/">Dashboard</a>
          </nav>
        </header>
        <div class="${page.isWide ? 'columns wide' : 'columns'}">
          ${side}
          <details class="folded">
            <summary>All pages</summary>
            ${side}
          </details>
          <main id="content" tabindex="-1">
            <h1>${page.title}</h1>
            <p class="lead">${page.lead}</p>
            ${page.content}
          </main>
        </div>
        ${script && templates}
      </body>
    </html> `.text
}

function sideGroup({ title, links }: NavGroup, current: string): Html {
  return html`<h2>${title}</h2>
    <ul>
      ${links.map(({ href, title: words, within = [] }) => {
        const isHere = href === current
        return html`<li>
          <a href="${href}" ${isHere && html`aria-current="page"`}>${words}</a>
          ${
            isHere &&
            within.length > 0 &&
            html`<ul>
              ${within.map((one) => html`<li><a href="${one.href}">${one.title}</a></li>`)}
            </ul>`
          }
        </li>`
      })}
    </ul>`
}

const search = (index: string): Html =>
  html`<form class="search" role="search" data-search="${index}" autocomplete="off">
    <label class="unseen" for="search">Search the docs</label>
    <input id="search" type="search" placeholder="Search" maxlength="80" spellcheck="false" />
    <kbd aria-hidden="true">/</kbd>
    <div class="found" data-found hidden>
      <p role="status"></p>
      <ul></ul>
    </div>
  </form>`

/** A block of code as it is typed or answered. It can be reached by keyboard, for it may scroll. */
export function code(text: string, label: string): Html {
  return html`<figure>
    <figcaption>${label}</figcaption>
    <pre tabindex="0"><code>${filled(text)}</code></pre>
  </figure>`
}

/** Code in which the page knows where the secret of a key belongs. */
export function filled(text: string): readonly (string | Html)[] {
  return text
    .split(keyPlaceholder)
    .flatMap((part, index) =>
      index === 0 ? [part] : [html`<span data-key>${keyPlaceholder}</span>`, part],
    )
}

/** Text of the contract, in which backticks mark code. */
export function prose(text: string): readonly (string | Html)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))
}

/** A table that scrolls by itself where the page is narrower than it. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
): Html {
  return html`<div class="table" role="group" aria-label="Table" tabindex="0">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
