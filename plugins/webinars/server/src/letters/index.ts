export { createLetters } from './compose';
export { createWriteReports, lettersConstraints, reportJob } from './write-reports';
