import { adopt, Dialog, useText } from '@sonaqor/ui'
import { Kept } from './kept.tsx'
import sheet from './redaction.css'
import { Rules } from './rules.tsx'
import { SampleForm } from './sample-form.tsx'
import * as texts from './texts/en.ts'
import { useTrial } from './use-redaction.ts'

adopt(sheet)

/** Shows of a request what the log would keep, what it would take out, and by which of its rules. */
export function RedactionDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const { tried, turn, trial, error, isPending } = useTrial()
  return (
    <Dialog title={say(texts.tryRedaction)} onClose={onClose} steadfast>
      <div className="sq-redaction">
        <p>{say(texts.redactionDetail)}</p>
        <SampleForm
          isTrying={isPending}
          error={error}
          onTry={(sample) => trial(sample)}
          onClose={onClose}
        />
        {tried && <Kept key={turn} of={tried} />}
        <Rules places={tried?.kept.places ?? []} />
      </div>
    </Dialog>
  )
}
