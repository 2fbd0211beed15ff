export { Problem, type FieldError, type ProblemDetails } from './problem.ts'
export { asProblem } from './as-problem.ts'
export { documentOf } from './document.ts'
export { fieldErrors } from './field-errors.ts'
