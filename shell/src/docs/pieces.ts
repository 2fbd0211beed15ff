/** The piece of a page or a template that the server has put there. */
export function piece<E extends Element = HTMLElement>(within: ParentNode, selector: string): E {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`The page lacks ${selector}.`)
  return found
}

/** The one element of a template, anew. */
export function cloneOf(page: Document, id: string): HTMLElement {
  const { content } = piece<HTMLTemplateElement>(page, `#${id}`)
  const [first] = page.importNode(content, true).children
  if (!(first instanceof HTMLElement)) throw new Error(`The template ${id} is empty.`)
  return first
}

/** Leads to a page beside this one: the key that this page holds would be gone with it. */
export function link(page: Document, href: string, words: string): HTMLAnchorElement {
  const anchor = page.createElement('a')
  anchor.href = href
  anchor.target = '_blank'
  anchor.textContent = `${words} ↗`
  anchor.ariaLabel = `${words}, in a new tab`
  return anchor
}
