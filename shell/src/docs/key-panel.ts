/** Where the reader gets a key: the one panel of the page, which stands in whichever form is open. */
import { ProblemError } from '@sonaqor/contract/client'
import { isOfSandbox, masked, type Held, type HeldKey } from './held-key.ts'
import { withheld, type Lending } from './lending.ts'
import { cloneOf, link, piece } from './pieces.ts'

type Say = (words: string) => void

export interface KeyPanel {
  /** Puts the panel into a form, and says where its operation takes what the docs' key has not. */
  standIn(place: Element, scope: string): void
  /** Says what is wrong with the last key, or that there is none, and leads to where one is given. */
  ask(wrong?: string): void
}

export function openKeyPanel(page: Document, key: HeldKey, lending: Lending): KeyPanel {
  const panel = cloneOf(page, 'key-panel')
  const note = piece(panel, '[data-key-note]')
  const choice = piece(panel, '[data-key-choice]')
  const apps = piece<HTMLSelectElement>(panel, 'select')
  const held = piece(panel, '[data-key-held]')
  const paste = piece<HTMLDetailsElement>(panel, '[data-key-paste]')
  const pasted = piece<HTMLInputElement>(panel, '#key-pasted')
  const fault = piece(panel, '[data-key-fault]')
  const fill = piece<HTMLElement>(panel, '[data-key-fill]')
  let isReader = false
  let refused = ''

  const say: Say = (words) => (fault.textContent = words)

  function draw() {
    const now = key.get()
    held.hidden = !now
    note.hidden = Boolean(now)
    choice.hidden = Boolean(now) || !isReader || apps.options.length === 0
    paste.hidden = Boolean(now)
    if (!now) return
    refused = ''
    say('')
    piece(panel, '[data-key-shown]').textContent = masked(now)
    piece(panel, '[data-key-until]').textContent = now.endsAt
      ? `until ${now.endsAt.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`
      : ''
  }

  async function look() {
    try {
      const me = await lending.reader()
      isReader = me !== null
      note.replaceChildren(...(await wordsFor(page, me, apps, lending)))
    } catch (error) {
      note.textContent = 'Whether you are signed in could not be found out.'
      say(wordsOf(error))
    }
    draw()
  }

  const take = (given: Held) => {
    key.set(given)
    piece<HTMLElement>(panel, '[data-key-forget]').focus()
  }
  fillOnPress(fill, say, async () => {
    const { secret, expiresAt } = await lending.lend(apps.value)
    take({ secret, endsAt: expiresAt === null ? undefined : new Date(expiresAt) })
  })
  pasted.addEventListener('input', () => {
    const secret = pasted.value.trim()
    refused = faultOf(secret)
    // Nothing of a key of production is kept.
    if (refused === '' || secret.startsWith('sq_live_')) pasted.value = ''
    if (refused === '' && secret !== '') take({ secret, endsAt: undefined })
    else say(secret.length < shortest && !secret.startsWith('sq_live_') ? '' : refused)
  })
  piece(panel, '[data-key-forget]').addEventListener('click', () => {
    key.set(undefined)
    void look().then(() => (choice.hidden ? pasted : apps).focus())
  })
  // Whoever goes to sign in elsewhere and comes back is seen.
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'visible' && !isReader && !key.get()) void look()
  })
  key.listen(draw)
  void look()

  return {
    standIn(place, scope) {
      place.append(panel)
      const isWithheld = withheld.some((one) => one === scope)
      piece<HTMLElement>(panel, '[data-key-scope]').hidden = !isWithheld
    },
    ask(wrong) {
      refused = wrong ?? refused
      say(refused || 'A key is missing.')
      if (choice.hidden) {
        paste.open = true
        pasted.focus()
      } else fill.focus()
    },
  }
}

/** While it is on its way the button keeps the focus, and another press asks for nothing. */
function fillOnPress(button: HTMLElement, say: Say, fill: () => Promise<void>): void {
  button.addEventListener('click', async () => {
    if (button.hasAttribute('aria-disabled')) return
    button.setAttribute('aria-disabled', 'true')
    say('')
    try {
      await fill()
    } catch (error) {
      say(wordsOf(error))
    }
    button.removeAttribute('aria-disabled')
  })
}

/** While less is there, it is still being typed. */
const shortest = 44

/** What is wrong with what was pasted; nothing where it is a key of the sandbox, or nothing is there. */
function faultOf(secret: string): string {
  if (secret === '' || isOfSandbox(secret)) return ''
  return secret.startsWith('sq_live_')
    ? 'This is a key of production. The docs take keys of the sandbox alone; they begin with sq_test_.'
    : 'This is no key of a sandbox app. They begin with sq_test_ and have 44 characters.'
}

/** What the reader can do about a key. Fills the list of apps on the way. */
async function wordsFor(
  page: Document,
  me: Awaited<ReturnType<Lending['reader']>>,
  apps: HTMLSelectElement,
  lending: Lending,
): Promise<readonly (string | Node)[]> {
  if (!me) return [link(page, '/', 'Sign in'), ' to have a key of your sandbox filled in.']
  if (me.secondFactorMissing) {
    return ['Your company asks for a second factor. ', link(page, '/', 'Set one up'), ' first.']
  }
  if (!me.scopes.includes('keys:write')) {
    return ['You may issue no keys (keys:write). Ask somebody who may for one of the sandbox.']
  }
  const list = await lending.apps()
  const chosen = apps.value
  apps.replaceChildren(...list.map(({ id, name }) => new Option(name, id, false, id === chosen)))
  return list.length > 0
    ? [
        'It lives for an hour, stands in ',
        link(page, '/keys', 'API keys'),
        ' and is kept in this page alone.',
      ]
    : ['You have no app in the sandbox. ', link(page, '/projects', 'Create one'), ' first.']
}

const wordsOf = (error: unknown): string =>
  error instanceof ProblemError ? error.problem.detail : 'The server gave no answer. Try again.'
