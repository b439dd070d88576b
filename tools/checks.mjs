// The static checks, as one list: `npm run check` and `npm test` run them.
export const checks = [
  {
    title: 'mã nguồn đúng định dạng',
    args: [
      'node_modules/oxfmt/bin/oxfmt',
      '--check',
      'src',
      'test',
      'tools',
      'bench',
      'procedures',
    ],
  },
  {
    title: 'mã nguồn qua được bộ soát lỗi',
    args: [
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      '--deny-warnings',
      'src',
      'test',
      'tools',
      'bench',
    ],
  },
  { title: 'kiểu dữ liệu đúng', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { title: 'không có mã thừa', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
];
