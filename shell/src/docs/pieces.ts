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
