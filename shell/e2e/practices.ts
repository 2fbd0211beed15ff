/** The audits of Lighthouse's best practices that a page can fail, as far as nothing else holds them. */
import type { Page } from '@playwright/test'

/** Those that cost a point. The others are hints, as that a field has no name to be filled by. */
const counted: ReadonlySet<string> = new Set([
  'BlockedByResponseIssue',
  'ContentSecurityPolicyIssue',
  'CookieIssue',
  'DeprecationIssue',
  'HeavyAdIssue',
  'MixedContentIssue',
  'QuirksModeIssue',
])

/** What the browser itself finds fault with; the list grows while the page is open. */
export async function issuesOf(page: Page): Promise<readonly string[]> {
  const issues: string[] = []
  const devtools = await page.context().newCDPSession(page)
  devtools.on('Audits.issueAdded', ({ issue: { code, details } }) => {
    if (counted.has(code)) issues.push(`${code}: ${JSON.stringify(details)}`)
  })
  await devtools.send('Audits.enable')
  return issues
}

export function practicesMissedBy(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const missed: string[] = []
    const ask = (practice: string, isKept: boolean) => {
      if (!isKept) missed.push(practice)
    }
    const viewport = document.querySelector<HTMLMetaElement>('meta[name=viewport]')?.content ?? ''
    ask('the page is read by today’s rules', document.compatMode === 'CSS1Compat')
    ask('the doctype is HTML', document.doctype?.name === 'html' && !document.doctype.publicId)
    ask('the charset is UTF-8', document.characterSet === 'UTF-8')
    ask('it fits the screen', /width=device-width/.test(viewport))
    ask('it can be magnified', !/user-scalable=(no|0)|maximum-scale=[0-4](\D|$)/.test(viewport))
    ask('it has a title', document.title.trim() !== '')
    ask('it says its language', document.documentElement.lang !== '')

    const roots: (Document | ShadowRoot)[] = [document]
    for (const root of roots) {
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        if (shadowRoot) roots.push(shadowRoot)
      }
    }
    const all = <Found extends Element>(selector: string) =>
      roots.flatMap((root) => Array.from(root.querySelectorAll<Found>(selector)))

    for (const image of all<HTMLImageElement>('img')) {
      const { naturalWidth, naturalHeight, width, height } = image
      const isTrue = Math.abs(naturalWidth / naturalHeight - width / height) < 0.05
      ask(`the picture ${image.src} keeps its shape`, isTrue)
      ask(`the picture ${image.src} is sharp`, naturalWidth >= width)
    }
    for (const field of all<HTMLInputElement>('input, textarea')) {
      const paste = new ClipboardEvent('paste', { cancelable: true, bubbles: true, composed: true })
      ask(`what is copied can be put into “${field.name}”`, field.dispatchEvent(paste))
    }
    for (const link of all<HTMLAnchorElement>('a[href]')) {
      ask(`“${link.innerText}” leads somewhere`, !link.href.startsWith('javascript:'))
    }
    const insecure = performance
      .getEntriesByType('resource')
      .filter(
        (entry) => !/^(https:|http:\/\/(localhost|127\.0\.0\.1)[:/]|data:|blob:)/.test(entry.name),
      )
    ask('all of it comes safely', insecure.length === 0)
    return missed
  })
}
