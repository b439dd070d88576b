import { describe, expect, it } from 'vitest';

import { ask } from './testing-ask.ts';
import { FeelFault } from './fault.ts';

function faultOf(expression: string): FeelFault {
  try {
    ask(expression, { a: 1 });
  } catch (error) {
    if (error instanceof FeelFault) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('a text that cannot be read', () => {
  it.each([
    ['a +', 1, 4, 'Biểu thức còn dở dang.'],
    ['a ++ 1', 1, 4, undefined],
    ['a >\n  ) 1', 2, 3, 'Không hiểu biểu thức từ chỗ “) 1”.'],
    ['"mở mà không đóng', 1, 1, 'Không hiểu biểu thức từ chỗ “"mở mà không đóng”.'],
    ['', 1, 1, 'Biểu thức còn dở dang.'],
    ['  // chỉ có ghi chú', 1, 20, 'Biểu thức còn dở dang.'],
    ['a instance of kỳ_lạ', 1, 15, 'Không có kiểu “kỳ_lạ”.'],
    ['function(x) external {java: {class: "X"}}', 1, 1, 'Không dùng được hàm ngoài FEEL.'],
  ])('%j is refused at line %i, column %i', (expression, line, column, words) => {
    if (words === undefined) return expect(ask(expression, { a: 1 })).toBe(2);
    const fault = faultOf(expression);
    expect(fault.place).toMatchObject({ line, column });
    expect(fault.words.vi).toBe(words);
  });
});
