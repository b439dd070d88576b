/** An invented record in the shape of the national portal, with the faults that its records usually have. */
export function dirtyRecord() {
  const paper = (code: string, name: string, originalQty = 1, copyQty = 0) => ({
    profileComponentId: `id-${code}`,
    code,
    name,
    originalQty,
    copyQty,
    required: true,
    hasElectronicForm: false,
    isProcessingResult: false,
    attachments: [],
  });
  const method = (submissionMethod: string, value: number, words: string) => ({
    submissionMethod,
    processingTime: 10,
    processingTimeUnit: 'WORKING_DAY',
    description: '05 (năm) ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.',
    fees: [{ type: 'FEE', value, currencyId: '', attachment: null, description: words }],
  });
  return {
    code: 'OK',
    message: '',
    data: {
      id: '019d0000-0000-7000-8000-000000000001',
      code: '1.099999',
      name: 'Thủ tục cấp phép sử dụng tạm thời vỉa hè',
      executionSteps: [
        {
          name: 'Bước 1',
          description: '- Tổ chức, cá nhân nộp hồ sơ.\u200b\n- Cơ quan kiểm tra hồ sơ.',
        },
        { name: 'Bước 2', description: 'Trả kết quả.' },
      ],
      executionMethods: [
        method('ONLINE', 0, 'Theo quy định của Hội đồng nhân dân cấp tỉnh'),
        method('DIRECT', 50_000, '50.000 đồng/giấy phép'),
      ],
      executionCases: [
        {
          name: '* Giấy tờ phải nộp:',
          profileComponents: [
            paper('G17-KQ000001', '- Đơn đề nghị cấp phép sử dụng vỉa hè;'),
            paper('G17-KQ000002', 'Sơ đồ vị trí', 0, 0),
            paper('G17-KQ000001', 'Đơn đề nghị cấp phép sử dụng vỉa hè'),
            paper(
              'G17-KQ000003',
              'Trường hợp nộp qua bưu chính thì gửi kèm bản sao có chứng thực.',
              0,
              0,
            ),
          ],
        },
        {
          name: '* Lưu ý:',
          profileComponents: [paper('G17-KQ000004', '+ Bản chụp phải rõ nét', 0, 0)],
        },
      ],
      cases: [{ name: 'Cấp lại', code: '1.099999.01', processingDay: { qty: 20, type: 'DAY' } }],
      categoriesDetails: [{ id: 'x', code: 'G17-XD11', name: 'Hoạt động xây dựng' }],
      unitGroupsExecuting: [{ id: 'x', name: 'Ủy ban nhân dân cấp xã' }],
      executingAgencies: '',
      subjectTypesDetails: [{ id: 'x', code: 'DT1', name: 'Công dân Việt Nam' }],
      resultsDetails: [{ id: 'x', code: 'KQ.G17.000001', name: 'Giấy phép' }],
      legalBasisesDetails: [{ id: 'x', code: '165/2024/NĐ-CP', name: 'Nghị định về đường bộ' }],
      requirementsAndConditions: 'Không cản trở giao thông.',
      isWard: true,
      isProvince: false,
      isFullProcess: true,
      description: '',
      note: '',
    },
  };
}
