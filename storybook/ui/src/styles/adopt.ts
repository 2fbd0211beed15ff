/**
 * Styles travel as constructed sheets, because a `<style>` element needs a nonce under a strict
 * policy and a `<link>` does not reach into a shadow root. Each component hands its sheet in once,
 * when its file is first loaded; each surface dresses the root that it happens to stand in.
 */
type Root = Document | ShadowRoot

const sheets: CSSStyleSheet[] = []

/** How many surfaces stand in each dressed root; the last to leave takes the styles with it. */
const surfaces = new Map<Root, number>()

/** Hands in the sheet of a component. Roots that are already dressed get it at once. */
export function adopt(sheet: CSSStyleSheet): void {
  sheets.push(sheet)
  for (const root of surfaces.keys()) root.adoptedStyleSheets.push(sheet)
}

/** Hands in what lies below all others, before any root is dressed. Twice is once. */
export function adoptBelow(ground: readonly CSSStyleSheet[]): void {
  if (!ground.some((sheet) => sheets.includes(sheet))) sheets.unshift(...ground)
}

/** Gives all sheets to a document or shadow root, until the returned function is called. */
export function dress(root: Root): () => void {
  const count = surfaces.get(root) ?? 0
  surfaces.set(root, count + 1)
  if (count === 0) root.adoptedStyleSheets.push(...sheets)
  return () => undress(root)
}

function undress(root: Root) {
  const count = surfaces.get(root) ?? 0
  if (count > 1) {
    surfaces.set(root, count - 1)
    return
  }
  surfaces.delete(root)
  // Once each: a sheet of the page's host may be there for another module's surfaces as well.
  const worn = [...root.adoptedStyleSheets]
  for (const sheet of sheets) if (worn.includes(sheet)) worn.splice(worn.lastIndexOf(sheet), 1)
  root.adoptedStyleSheets = worn
}
