-- A register is named as the law names it, and that may be long: "Sổ đăng ký thay đổi, cải chính, bổ sung thông tin hộ
-- tịch, xác định lại dân tộc" (Circular 04/2020/TT-BTP).
alter table registry.counter drop constraint counter_book_check;
alter table registry.counter add constraint counter_book_check check (length(book) between 1 and 160);
alter table registry.entry drop constraint entry_book_check;
alter table registry.entry add constraint entry_book_check check (length(book) between 1 and 160);
comment on column registry.counter.book is 'What is counted: dossier, or the name of a register';
comment on column registry.entry.book is 'Name of the register, for example Sổ đăng ký khai sinh';
