import type { Say } from '@sonaqor/module/texts'
import { elementOf } from '../stage/draw.ts'
import { areaOf, worstOf, type Area, type Finding } from './checks/finding.ts'
import * as texts from './checks/texts/en.ts'
import { snippetOf, type Announce } from './copying.ts'
import type { Examination } from './examine.ts'
import { markOf } from './marks.ts'
import { withoutSecrets } from './redact.ts'

const areas: readonly Area[] = [
  'policy',
  'origin',
  'session',
  'scopes',
  'release',
  'network',
  'clock',
]

/** Area by area: what is to be changed stands open, what is in order is folded away. */
export function drawFindings(
  { findings, mended }: Examination,
  say: Say,
  announce: Announce,
): readonly Node[] {
  return areas.flatMap((area) => {
    const own = findings.filter((finding) => areaOf(finding) === area)
    if (own.length === 0) return []
    const open = own.filter(({ state }) => state !== 'good')
    const fine = own.filter(({ state }) => state === 'good')
    const section = elementOf(
      'section',
      'area',
      headOf(area, own, say),
      ...listOf(open, say, announce),
      ...(area === 'policy' ? wholeOf(mended, say, announce) : []),
      ...foldOf(fine, say, announce),
    )
    return section
  })
}

function headOf(area: Area, findings: readonly Finding[], say: Say): HTMLElement {
  const state = worstOf(findings)
  const word = elementOf('span', 'state', markOf(state), say(texts.stateOf, { state }))
  word.dataset['state'] = state
  return elementOf('h3', 'head', elementOf('span', 'title', say(texts.areaTitle, { area })), word)
}

function listOf(findings: readonly Finding[], say: Say, announce: Announce): readonly Node[] {
  if (findings.length === 0) return []
  const items = findings.map((finding) => itemOf(finding, say, announce))
  return [elementOf('ul', 'list', ...items)]
}

function itemOf({ id, state, of, says, change, snippet }: Finding, say: Say, announce: Announce) {
  const word = elementOf('span', 'unseen', `${say(texts.stateOf, { state })}: `)
  const item = elementOf(
    'li',
    'finding',
    markOf(state),
    elementOf(
      'div',
      'words',
      elementOf(
        'p',
        'says',
        word,
        ...(of ? [elementOf('code', 'of', of), ' '] : []),
        plain(says(say)),
      ),
      ...(change ? [elementOf('p', 'change', plain(change(say)))] : []),
      ...(snippet ? [snippetOf(snippet, say, announce)] : []),
    ),
  )
  item.dataset['state'] = state
  item.dataset['check'] = id
  return item
}

/** What a page's own server said may hold what nobody else is to see. */
const plain = withoutSecrets

function wholeOf(mended: readonly string[], say: Say, announce: Announce): readonly Node[] {
  if (mended.length === 0) return []
  const text = mended.map((policy) => policy.replaceAll('; ', ';\n')).join('\n\n')
  const title = elementOf('summary', 'summary', say(texts.wholePolicy))
  return [elementOf('details', 'fold', title, snippetOf(text, say, announce))]
}

function foldOf(fine: readonly Finding[], say: Say, announce: Announce): readonly Node[] {
  if (fine.length === 0) return []
  const title = elementOf('summary', 'summary', say(texts.inOrder, { count: fine.length }))
  return [elementOf('details', 'fold', title, ...listOf(fine, say, announce))]
}
