import { Button, type ButtonProps } from '../button/button.tsx'
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

const words: Record<CopyState, string> = {
  idle: '',
  copied: 'Copied',
  refused: 'Could not copy',
}

/** Copies a text and answers with a tick. */
export function CopyButton({ text, what, label, look = 'quiet', onCopied }: CopyButtonProps) {
  const { state, copy } = useCopy()
  const press = async () => {
    if (await copy(text)) onCopied?.()
  }
  return (
    <>
      <Button
        look={look}
        size={label ? 'regular' : 'small'}
        icon={state === 'copied' ? 'check' : 'copy'}
        aria-label={label ? undefined : `Copy ${what}`}
        onClick={() => void press()}
      >
        {label && (words[state] || label)}
      </Button>
      <output className="sq-unseen">{state === 'idle' ? '' : `${words[state]}: ${what}`}</output>
    </>
  )
}
