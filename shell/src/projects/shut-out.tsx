import { Banner, Button, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

interface ShutOutProps {
  /** One's own, from which keys are refused. */
  readonly address: string
  /** Adds it to the list after all. */
  readonly onAdd?: () => void
  /** It has not happened yet, and happens by this. */
  readonly onGoOn?: (() => void) | undefined
  readonly busy?: boolean
}

/** An allowlist shuts out whoever writes it: told before it happens, and after it has. */
export function ShutOut({ address, onAdd, onGoOn, busy = false }: ShutOutProps) {
  const say = useText()
  return (
    <Banner
      tone="warning"
      title={say(onGoOn ? texts.wouldShutOut : texts.shutOut, { ip: address })}
      actions={
        onAdd && (
          <>
            <Button size="small" onClick={onAdd}>
              {say(texts.addItToList)}
            </Button>
            {onGoOn && (
              <Button size="small" look="danger" busy={busy} onClick={onGoOn}>
                {say(texts.saveWithoutIt)}
              </Button>
            )}
          </>
        )
      }
    >
      {say(texts.shutOutDetail)}
    </Banner>
  )
}
