import { Button } from '../button/button.tsx'
import { Checkbox } from '../field/checkbox.tsx'
import { PanelButton } from '../panel/panel-button.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import type { Column } from './column.ts'
import sheet from './column-chooser.css'

adopt(sheet)

export interface ColumnChooserProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly hidden: ReadonlySet<string>
  readonly onChange: (hidden: ReadonlySet<string>) => void
  /** Its sign alone, where much else stands beside it. */
  readonly isShort?: boolean
}

/** Which columns are to be seen. The first one says what a row is, and stays; so do the acts. */
export function ColumnChooser<Row>({
  columns,
  hidden,
  onChange,
  isShort = false,
}: ColumnChooserProps<Row>) {
  const say = useText()
  const name = say(texts.columns)
  const toggle = (id: string, isShown: boolean) => {
    const rest = [...hidden].filter((other) => other !== id)
    onChange(new Set(isShown ? rest : [...rest, id]))
  }
  return (
    <PanelButton name={name} icon="columns" shown={isShort ? '' : name} className="sq-columns">
      {() => (
        <>
          {columns.map(
            ({ id, title, unseenTitle }, at) =>
              !(unseenTitle || at === 0) && (
                <Checkbox
                  key={id}
                  label={title}
                  checked={!hidden.has(id)}
                  onChange={(isShown) => toggle(id, isShown)}
                />
              ),
          )}
          {hidden.size > 0 && (
            <Button look="quiet" size="small" onClick={() => onChange(new Set())}>
              {say(texts.showAllColumns)}
            </Button>
          )}
        </>
      )}
    </PanelButton>
  )
}
