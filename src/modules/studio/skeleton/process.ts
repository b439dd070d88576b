import { escaped } from '../text/spans.ts';

/** process.bpmn of the skeleton: received, examined, signed, registered, delivered; with refusal and return. */
export function bpmnOf(slug: string, name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:cqs="https://chinhquyenso.vn/schema/bpmn/1.0" id="definitions"
  targetNamespace="https://chinhquyenso.vn/procedures/${slug}">
  <bpmn:process id="${slug}" name="${escaped(name)}" isExecutable="true" cqs:variables="proposal">
    <bpmn:startEvent id="Start" name="Hồ sơ đã nộp" cqs:nameEn="Dossier submitted"/>
${task('receive', 'Tiếp nhận, kiểm tra hồ sơ', 'Receive and check', 'cqs:role="TIEP_NHAN" cqs:unit="one-stop" cqs:hours="4" cqs:state="SUBMITTED" cqs:outcomes="accept refuse"')}
    <bpmn:exclusiveGateway id="Accepted" name="Hồ sơ có được tiếp nhận?" cqs:nameEn="Is the dossier accepted?" default="Accepted_next"/>
${task('handle', 'Thẩm tra hồ sơ, soạn kết quả', 'Examine, draft the result', 'cqs:role="CHUYEN_VIEN" cqs:unit="economy" cqs:hours="12" cqs:state="HANDLING" cqs:outcomes="forward propose-refusal"')}
${task('approve', 'Ký duyệt', 'Sign', 'cqs:role="LANH_DAO_UBND" cqs:unit="leadership" cqs:hours="4" cqs:state="AWAITING_SIGNATURE" cqs:outcomes="approve return"')}
    <bpmn:exclusiveGateway id="Approved" name="Lãnh đạo có ký?" cqs:nameEn="Does the leader sign?" default="Approved_next"/>
${task('register', 'Đóng dấu, vào sổ', 'Seal, enter the register', 'cqs:role="VAN_THU" cqs:unit="records" cqs:hours="2" cqs:state="SIGNED" cqs:outcomes="done"')}
${task('deliver', 'Trả kết quả', 'Deliver', 'cqs:role="TRA_KET_QUA" cqs:unit="one-stop" cqs:hours="2" cqs:state="RESOLVED" cqs:outcomes="done"')}
    <bpmn:exclusiveGateway id="Granted" name="Đồng ý hay từ chối giải quyết?" cqs:nameEn="Granted or refused?" default="Granted_EndDelivered"/>
    <bpmn:endEvent id="EndDelivered" name="Đã trả kết quả" cqs:nameEn="Result delivered"/>
    <bpmn:endEvent id="EndRefusedResult" name="Đã trả văn bản từ chối giải quyết" cqs:nameEn="Reasoned refusal delivered"/>
    <bpmn:endEvent id="EndRefused" name="Từ chối tiếp nhận" cqs:nameEn="Refused at intake"/>

${flow('Start', 'receive')}
${flow('receive', 'Accepted')}
${flow('Accepted', 'handle', undefined, 'Accepted_next')}
${flow('Accepted', 'EndRefused', 'outcome = "refuse"')}
${flow('handle', 'approve')}
${flow('approve', 'Approved')}
${flow('Approved', 'register', undefined, 'Approved_next')}
${flow('Approved', 'handle', 'outcome = "return"')}
${flow('register', 'deliver')}
${flow('deliver', 'Granted')}
${flow('Granted', 'EndDelivered')}
${flow('Granted', 'EndRefusedResult', 'proposal = "refuse"')}
  </bpmn:process>
</bpmn:definitions>
`;
}

function task(id: string, vi: string, en: string, facts: string): string {
  return `    <bpmn:userTask id="${id}" name="${vi}" cqs:nameEn="${en}"\n      cqs:kind="${id}" ${facts}/>`;
}

function flow(from: string, to: string, condition?: string, id = `${from}_${to}`): string {
  const head = `    <bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"`;
  if (condition === undefined) return `${head}/>`;
  return `${head}>\n      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>\n    </bpmn:sequenceFlow>`;
}
