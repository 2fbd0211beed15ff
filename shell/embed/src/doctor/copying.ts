import type { Say } from '@sonaqor/module/texts'
import { buttonThat, elementOf } from '../stage/draw.ts'
import * as texts from './checks/texts/en.ts'

/** Says aloud and beside the button what became of it. */
export type Announce = (words: string) => void

/** Copies, or selects what cannot be copied, so that the keyboard can. */
async function copy(text: string, shown: Element | undefined): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown)
    return false
  }
}

/** `text` is asked for at the press; `shown` is what is selected where copying is forbidden. */
export function copyButton(
  label: string,
  {
    text,
    shown,
    say,
    announce,
  }: {
    readonly text: () => string
    readonly shown?: () => Element
    readonly say: Say
    readonly announce: Announce
  },
): HTMLButtonElement {
  return buttonThat(label, () => {
    void copy(text(), shown?.()).then((done) =>
      announce(say(done ? texts.copied : texts.notCopied)),
    )
  })
}

/** A thing to put in place, with the button that copies it. */
export function snippetOf(text: string, say: Say, announce: Announce): HTMLElement {
  const code = elementOf('code', 'code', text)
  const label = elementOf('div', 'snippet', code)
  const button = copyButton(say(texts.copy), { text: () => text, shown: () => code, say, announce })
  button.classList.add('small')
  label.append(button)
  return label
}
