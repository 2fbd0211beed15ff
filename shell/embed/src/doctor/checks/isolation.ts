/** Headers beside the policy that shut an embed in or out. */
import { parsePolicy } from './csp.ts'
import { good, type Finding } from './finding.ts'
import type { PageHeaders } from './headers.ts'
import * as texts from './texts/en.ts'

export function checkIsolation(headers: PageHeaders, origin: string): readonly Finding[] {
  return [
    ...checkSandbox(headers.policies),
    ...checkEmbedder(headers.embedder),
    ...checkOpener(headers.opener),
    ...checkClipboard(headers.permissions, origin),
  ]
}

/** Without the first two nothing runs; without the others a form or a window of ours does not open. */
const needed = ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups'] as const

function checkSandbox(policies: readonly string[]): readonly Finding[] {
  return policies.flatMap((policy): readonly Finding[] => {
    const allowed = parsePolicy(policy).get('sandbox')
    if (!allowed) return []
    const missing = needed.filter((flag) => !allowed.includes(flag))
    const [first] = missing
    if (!first) return [good('policy.sandbox', (say) => say(texts.sandboxAllows))]
    return [
      {
        id: 'policy.sandbox',
        state: first === 'allow-scripts' || first === 'allow-same-origin' ? 'wrong' : 'warning',
        says: (say) => say(texts.sandboxRefuses, { flags: missing.join(', ') }),
        change: (say) => say(texts.loosenSandbox),
        snippet: `sandbox ${[...allowed, ...missing].join(' ')};`,
      },
    ]
  })
}

const wordOf = (header: string) => header.split(';', 1)[0]?.trim().toLowerCase()

function checkEmbedder(header = ''): readonly Finding[] {
  const value = wordOf(header)
  if (value !== 'require-corp' && value !== 'credentialless') return []
  return [
    {
      id: 'policy.embedder',
      state: 'warning',
      says: (say) => say(texts.embedderRefuses, { value }),
      change: (say) => say(texts.loosenEmbedder),
      snippet: 'Cross-Origin-Embedder-Policy: unsafe-none',
    },
  ]
}

function checkOpener(header = ''): readonly Finding[] {
  const value = wordOf(header)
  if (value !== 'same-origin' && value !== 'same-origin-plus-coep') return []
  return [
    {
      id: 'policy.opener',
      state: 'warning',
      says: (say) => say(texts.openerCutsOff),
      change: (say) => say(texts.loosenOpener),
      snippet: 'Cross-Origin-Opener-Policy: same-origin-allow-popups',
    },
  ]
}

/** What a frame may write to the clipboard, the page around it has to be allowed to hand on. */
function checkClipboard(header = '', origin: string): readonly Finding[] {
  const [, list] = /(?:^|,)\s*clipboard-write\s*=\s*(\*|\([^)]*\)|self)/i.exec(header) ?? []
  if (list === undefined || list === '*' || list.includes(`"${origin}"`)) return []
  return [
    {
      id: 'policy.clipboard',
      state: 'warning',
      says: (say) => say(texts.clipboardRefused),
      change: (say) => say(texts.allowClipboard),
      snippet: `Permissions-Policy: clipboard-write=(self "${origin}")`,
    },
  ]
}
