import { Button, useText } from '@sonaqor/ui'
import * as shared from '../../texts/en.ts'

interface WaysOnProps {
  readonly busy: boolean
  readonly verb: string
  readonly onCancel: () => void
}

/** The ways on from a form: back, or what it is for. */
export function WaysOn({ busy, verb, onCancel }: WaysOnProps) {
  const say = useText()
  return (
    <>
      <Button onClick={onCancel}>{say(shared.cancel)}</Button>
      <Button look="primary" type="submit" busy={busy}>
        {verb}
      </Button>
    </>
  )
}
