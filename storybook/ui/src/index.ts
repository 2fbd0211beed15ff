export { Badge, type BadgeProps, type Tone } from './badge/badge.tsx'
export { Banner, type BannerProps, type BannerTone } from './banner/banner.tsx'
export { Button, type ButtonProps } from './button/button.tsx'
export { CodeBlock, type CodeBlockProps } from './code-block/code-block.tsx'
export { CopyButton, type CopyButtonProps } from './copy/copy-button.tsx'
export { useCopy, type CopyState } from './copy/use-copy.ts'
export { AskDialog, type AskDialogProps } from './dialog/ask-dialog.tsx'
export { FormDialog, type FormDialogProps } from './dialog/form-dialog.tsx'
export { Dialog, type DialogProps } from './dialog/dialog.tsx'
export {
  Copied,
  Fact,
  Facts,
  Moment,
  type CopiedProps,
  type FactProps,
  type FactsProps,
} from './facts/facts.tsx'
export { Checkbox, type CheckboxProps } from './field/checkbox.tsx'
export { CheckboxGroup, type CheckboxGroupProps } from './field/checkbox-group.tsx'
export { Input, Select, Textarea, type Option } from './field/controls.tsx'
export { Field, type FieldProps } from './field/field.tsx'
export { Form, type FormProps } from './field/form.tsx'
export { focusRefused } from './field/refused.ts'
export { useArrival } from './focus/use-arrival.ts'
export { useKeptFocus } from './focus/use-kept-focus.ts'
export { Icon, type IconName } from './icon/icon.tsx'
export { Page, Section, type PageProps, type SectionProps } from './page/page.tsx'
export { PartOfPage } from './page/part-of-page.ts'
export { useNow } from './relative-time/clock.ts'
export { exactly, RelativeTime, relativeTo } from './relative-time/relative-time.tsx'
export { SecretPanel, type SecretPanelProps } from './secret-panel/secret-panel.tsx'
export { SegmentedControl, type Segment } from './segmented-control/segmented-control.tsx'
export { Loaded, type LoadedProps, type Readable } from './states/loaded.tsx'
export { failureOf, faultsOf, type Failure } from './states/problem.ts'
export { Refusal } from './states/refusal.tsx'
export { Skeleton } from './states/skeleton.tsx'
export { Empty, Failed, NoPermission } from './states/states.tsx'
export { adopt } from './styles/adopt.ts'
export { Said, type SaidProps } from './texts/said.tsx'
export { useText } from './texts/use-text.ts'
export { useLocale } from './surface/locale.ts'
export { ScopesFrom } from './surface/scopes-from.ts'
export { SingleKeys, useSingleKeys } from './surface/single-keys.ts'
export { layGround } from './styles/ground.ts'
export { Surface, type Appearance, type SurfaceProps } from './surface/surface.tsx'
export { LoadMore } from './table/load-more.tsx'
export { type Column } from './table/column.ts'
export { orderedOneWay, OrderSelect, type OrderSelectProps } from './table/one-way-order.tsx'
export { orderedBy, type Order, type Ordering } from './table/ordered-by.tsx'
export { ColumnChooser, type ColumnChooserProps } from './table/column-chooser.tsx'
export { selecting, type Selecting, type Selection } from './table/selecting.tsx'
export { TableSkeleton, type TableSkeletonProps } from './table/table-skeleton.tsx'
export { Table, type TableProps } from './table/table.tsx'
export { Link, type LinkProps } from './link/link.tsx'
export { PanelButton, type PanelButtonProps } from './panel/panel-button.tsx'
export { RadioGroup, type RadioGroupProps, type RadioOption } from './radio/radio-group.tsx'
export { Switch, type SwitchProps } from './switch/switch.tsx'
export { JobCard, type Download, type JobCardProps, type JobState } from './progress/job-card.tsx'
export { type Figures } from './progress/job-figures.ts'
export { Progress, type ProgressProps } from './progress/progress.tsx'
export { Tabs, type Tab, type TabsProps } from './tabs/tabs.tsx'
export {
  StatCard,
  StatCards,
  StatCardSkeleton,
  type Delta,
  type StatCardProps,
} from './stat-card/stat-card.tsx'
export { Sparkline, type SparklineProps } from './stat-card/sparkline.tsx'
export { type Answer } from './wizard/summary.tsx'
export { Wizard, type Verdict, type WizardProps, type WizardStep } from './wizard/wizard.tsx'
export {
  FilterBar,
  type Filter,
  type FilterBarProps,
  type Search,
} from './filter-bar/filter-bar.tsx'
export { Drawer, type DrawerProps } from './drawer/drawer.tsx'
export { Menu, type MenuProps } from './menu/menu.tsx'
export { type MenuGroup, type MenuItem } from './menu/menu-groups.tsx'
export { OneTimeCode, type OneTimeCodeProps } from './one-time-code/one-time-code.tsx'
export {
  FactorForm,
  type FactorAnswer,
  type FactorFormProps,
  type FactorProof,
} from './step-up-dialog/factor-form.tsx'
export { StepUpDialog, type StepUpDialogProps } from './step-up-dialog/step-up-dialog.tsx'
export { Toasts, useToast, type ShowToast, type Toast } from './toast/toasts.tsx'
export { Chart, type ChartProps } from './chart/chart.tsx'
export { csvOf } from './chart/csv.ts'
export { fileNameOf, save, saveFrom } from './chart/save.ts'
export { type Band, type ChartData, type Note, type Series } from './chart/chart-data.ts'
export { RangePicker, type RangePickerProps } from './range-picker/range-picker.tsx'
export {
  instantsOf,
  readRange,
  writeRange,
  type Instants,
  type Preset,
  type Range,
} from './range-picker/range.ts'
export { Combobox, type ComboboxProps } from './combobox/combobox.tsx'
export { Suggestions, type SuggestionsProps } from './suggestions/suggestions.tsx'
export { searchIn, type Choice, type Search as ChoiceSearch } from './combobox/use-search.ts'
export {
  VirtualList,
  type VirtualColumn,
  type VirtualListProps,
} from './virtual-list/virtual-list.tsx'
