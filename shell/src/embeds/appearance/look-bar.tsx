import { Button, Menu, SegmentedControl, useText } from '@sonaqor/ui'
import type { ChosenLook } from './chosen-look.ts'
import { presets } from './presets.ts'
import * as texts from './texts/en.ts'
import type { useChosenLook } from './use-chosen-look.ts'

interface LookBarProps {
  readonly chosen: ReturnType<typeof useChosenLook>
  /** A whole look at once; what was there is one step back. */
  readonly onPut: (look: ChosenLook) => void
  readonly onBring: () => void
  readonly onTake: () => void
}

/** What concerns the look as a whole, and the way back. */
export function LookBar({ chosen, onPut, onBring, onTake }: LookBarProps) {
  const say = useText()
  const { look, change, undo, redo, reset } = chosen
  return (
    <div className="sq-appear-bar">
      <Menu
        label={say(texts.startFrom)}
        groups={[
          {
            id: 'presets',
            items: presets.map(({ id, name, look: begun }) => ({
              id,
              label: say(name),
              onChoose: () => onPut(begun),
            })),
          },
        ]}
      />
      <span className="sq-appear-steps">
        <Step label={say(texts.undo)} icon="undo" act={undo} />
        <Step label={say(texts.redo)} icon="undo" act={redo} isForth />
        <Button look="quiet" aria-disabled={!reset} onClick={() => reset?.()}>
          {say(texts.reset)}
        </Button>
      </span>
      <SegmentedControl
        label={say(texts.readersTheme)}
        segments={[
          { value: 'auto', label: say(texts.themeAuto) },
          { value: 'light', label: say(texts.themeLight) },
          { value: 'dark', label: say(texts.themeDark) },
        ]}
        value={look.theme}
        onChange={(theme) => change({ ...look, theme })}
      />
      <SegmentedControl
        label={say(texts.density)}
        segments={[
          { value: 'cosy', label: say(texts.cosy) },
          { value: 'compact', label: say(texts.compact) },
        ]}
        value={look.density}
        onChange={(density) => change({ ...look, density })}
      />
      <span className="sq-appear-acts">
        <Button onClick={onBring}>{say(texts.bring)}</Button>
        <Button look="primary" onClick={onTake}>
          {say(texts.take)}
        </Button>
      </span>
    </div>
  )
}

interface StepProps {
  readonly label: string
  readonly icon: 'undo'
  readonly isForth?: boolean
  readonly act: (() => void) | undefined
}

/** It keeps the focus when there is no further step, so that nobody falls out of the row. */
const Step = ({ label, icon, act, isForth }: StepProps) => (
  <span className="sq-appear-step" data-forth={isForth || undefined}>
    <Button
      look="quiet"
      icon={icon}
      aria-label={label}
      aria-disabled={!act}
      onClick={() => act?.()}
    />
  </span>
)
