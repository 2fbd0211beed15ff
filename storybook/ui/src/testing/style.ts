/**
 * Whether an element is shown, which is all that tests ask of styles, and ask of every element above
 * every element. No sheet of ours is laid over anything here, so that the element and its attributes
 * say it; jsdom would read all rules of its own sheet each time, a third of what component tests cost.
 */
export function answerQuicklyIn(page: Window & typeof globalThis) {
  const whole = page.getComputedStyle.bind(page)
  page.getComputedStyle = (element, pseudo) => {
    if (pseudo) return whole(element, pseudo)
    const asked = asAsked(element)
    const valueOf = (name: string) => asked[name as keyof typeof asked]
    return new Proxy({} as CSSStyleDeclaration, {
      get: (_, name) => {
        if (name === 'getPropertyValue') {
          return (property: string) =>
            valueOf(property) ?? whole(element).getPropertyValue(property)
        }
        return valueOf(String(name)) ?? Reflect.get(whole(element), name)
      },
    })
  }
}

function asAsked(element: Element) {
  const pointerEvents = inherited(element, 'pointer-events') ?? 'auto'
  return {
    display: ownStyle(element, 'display') ?? displayOf(element),
    visibility: inherited(element, 'visibility') ?? 'visible',
    pointerEvents,
    'pointer-events': pointerEvents,
  }
}

function displayOf(element: Element): string {
  if (element.hasAttribute('hidden') || never.has(element.localName)) return 'none'
  if (element.localName === 'dialog' && !element.hasAttribute('open')) return 'none'
  // jsdom says so of all that is shown, by which the pieces of a name are parted by a space.
  return 'block'
}

function ownStyle(element: Element, property: string): string | undefined {
  if (!element.hasAttribute('style')) return undefined
  return (element as HTMLElement).style.getPropertyValue(property) || undefined
}

function inherited(element: Element, property: string): string | undefined {
  for (let one: Element | null = element; one; one = one.parentElement) {
    const value = ownStyle(one, property)
    if (value) return value
  }
  return undefined
}

/** By the sheet that every browser has. */
const never = new Set(['head', 'link', 'meta', 'script', 'style', 'template', 'title', 'datalist'])
