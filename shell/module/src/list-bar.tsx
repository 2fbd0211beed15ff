import { FilterBar, type FilterBarProps } from '@sonaqor/ui'
import { useModule } from './use-module.ts'
import { useTyped } from './use-typed.ts'

export interface ListBarProps extends Omit<FilterBarProps, 'search'> {
  /** "Search keys" */
  readonly label: string
  /** What the list is searched for. */
  readonly sought: string
  readonly onSeek: (words: string) => void
  /** A drawer or a dialog lies over it. */
  readonly isCovered: boolean
}

/** What a list is narrowed by; what is typed is told once the typing pauses. */
export function ListBar({ label, sought, onSeek, isCovered, onClear, ...others }: ListBarProps) {
  const { kind } = useModule()
  const [typed, setTyped] = useTyped(sought, onSeek, isCovered)
  return (
    <FilterBar
      {...others}
      search={{
        label,
        value: typed,
        onChange: setTyped,
        slash: kind === 'shell' ? 'page' : 'surface',
      }}
      onClear={() => {
        setTyped('')
        onClear()
      }}
    />
  )
}
