import { Button, type ButtonProps } from '../button/button.tsx'
import * as texts from '../texts/en.ts'
import type { Text } from '../texts/text.ts'
import { useText } from '../texts/use-text.ts'
import { useCopy, type CopyState } from './use-copy.ts'

export interface CopyButtonProps {
  readonly text: string
  /** What is copied, for those who cannot see what stands beside it: "request id". */
  readonly what: string
  /** A verb to show beside the sign. */
  readonly label?: string
  readonly look?: ButtonProps['look']
  /** Called once the text is on the clipboard. */
  readonly onCopied?: () => void
}

const words = { copied: texts.copied, refused: texts.notCopied } satisfies Partial<
  Record<CopyState, Text>
>

/** Copies a text and answers with a tick. */
export function CopyButton({ text, what, label, look = 'quiet', onCopied }: CopyButtonProps) {
  const say = useText()
  const { state, copy } = useCopy()
  const news = state === 'idle' ? '' : say(words[state])
  const press = async () => {
    if (await copy(text)) onCopied?.()
  }
  return (
    <>
      <Button
        look={look}
        size={label ? 'regular' : 'small'}
        icon={state === 'copied' ? 'check' : 'copy'}
        aria-label={label ? undefined : say(texts.copy, { what })}
        onClick={() => void press()}
      >
        {label && (news || label)}
      </Button>
      <output className="sq-unseen">{news && `${news}: ${what}`}</output>
    </>
  )
}
