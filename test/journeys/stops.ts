import type { Scene } from './scene.ts';

/** A page as somebody opens it. */
export interface Stop {
  /** The route as the application names it. */
  readonly route: string;
  /** Demo account; null for a visitor. */
  readonly who: string | null;
  readonly address: string;
}

const slug = 'dang-ky-khai-sinh';

/** An example of every page of the application, by route: who opens it, and where. */
export function stopsOf(scene: Scene): Stop[] {
  return Object.entries(examples(scene)).flatMap(([route, stops]) =>
    stops.map(([who, address = route]) => ({ route, who, address })),
  );
}

type Example = readonly [who: string | null, address?: string];

function examples(scene: Scene): Record<string, readonly Example[]> {
  const mother = 'cong-dan-1';
  const admin = 'quan-tri';
  const clerk = 'thu-ly-1';
  const draft = `/nop/${slug}/${scene.draft}`;
  const ready = `/nop/${slug}/${scene.readyDraft}`;
  const desk = (code: string, deed: string) => `/can-bo/ho-so/${code}/${deed}`;
  return {
    '/': [[null], [mother]],
    '/tro-giup': [[null]],
    '/tiep-can': [[null]],
    '/quyen-rieng-tu': [[null]],
    '/ngoai-tuyen': [[null]],
    '/ngoai-tuyen/dich-vu': [[null]],
    '/ui': [[null]],
    '/ui/ban-lam-viec': [[null]],
    '/dang-nhap': [[null]],
    '/dang-ky': [[null]],
    '/dat-mat-khau': [[null]],
    '/tai-khoan': [[mother], [clerk]],
    '/tai-khoan/bao-mat': [[mother], [clerk]],
    '/tai-khoan/bao-mat/ung-dung': [[mother]],
    '/tai-khoan/bao-mat/khoa': [[mother]],
    // It leads on until there is a second factor.
    '/tai-khoan/bao-mat/ma-du-phong': [[mother], ['doanh-nghiep-1']],
    '/tai-khoan/xac-nhan': [[mother], ['doanh-nghiep-1']],
    // Nothing waits: they lead back to the first step.
    '/dang-nhap/buoc-hai': [[null]],
    '/dang-nhap/thiet-lap': [[null]],
    '/tai-khoan/dang-nhap': [[mother], [clerk]],
    '/tai-khoan/uy-quyen': [[mother], ['doanh-nghiep-1']],
    '/tai-khoan/uy-quyen/moi': [[mother], ['doanh-nghiep-1']],
    '/can-bo/uy-quyen': [['mot-cua-1']],
    // They lead to the national identity, and without an answer of it to the first step.
    '/dang-nhap/vneid': [[null]],
    '/dang-nhap/vneid/tro-ve': [[null]],
    '/can-bo/go-xac-thuc': [['mot-cua-1'], [admin]],
    '/hop-thu': [[mother], ['doanh-nghiep-1']],
    '/toi/du-lieu': [[mother], ['doanh-nghiep-1']],
    '/toi/du-lieu/yeu-cau': [[mother]],
    '/toi/du-lieu/hoi-ly-do': [[mother]],
    '/toi/du-lieu/dong-y': [[mother]],
    '/can-bo/du-lieu-ca-nhan': [['lanh-dao-1']],
    '/can-bo/du-lieu-ca-nhan/:id': [['lanh-dao-1', scene.dataRequest]],
    '/quan-tri/du-lieu-ca-nhan': [[admin]],
    '/quan-tri/du-lieu-ca-nhan/so/:slug': [[admin, '/quan-tri/du-lieu-ca-nhan/so/vi-pham']],
    '/quan-tri/du-lieu-ca-nhan/luu-giu': [[admin]],
    '/quan-tri/chu-ky-so': [[admin]],
    '/quan-tri/chu-ky-so/them': [[admin]],
    '/quan-tri/chu-ky-so/goc': [[admin]],
    '/quan-tri/chu-ky-so/cach-ky': [[admin]],
    '/quan-tri/chu-ky-so/:id': [[admin, `/quan-tri/chu-ky-so/${scene.certificate}`]],
    '/kiem-chung': [[null]],
    '/kiem-chung/giay-to-so': [[null], [null, '/kiem-chung/giay-to-so?loai=giay-khai-sinh']],
    '/kiem-chung/giay-to-so/:secret': [[null, scene.shownRequest]],
    '/toi/giay-to-so': [[mother]],
    '/toi/giay-to-so/cho-xem': [[mother]],
    '/toi/giay-to-so/lay/:id': [[mother, scene.credentialOffer]],
    '/dich-vu': [[null], [null, '/dich-vu?q=xin+phép+xây+nhà'], [null, '/dich-vu?q=zzzz']],
    '/dich-vu/:slug': [
      [null, `/dich-vu/${slug}`],
      [null, `/dich-vu/${slug}?xem=day-du`],
    ],
    '/dich-vu/:slug/kiem-tra': [[null, `/dich-vu/${slug}/kiem-tra`]],
    '/nop/:slug': [
      ['doanh-nghiep-1', `/nop/${slug}`],
      [mother, `/nop/${slug}`],
    ],
    '/nop/:slug/:draft/trang/:page': [
      [mother, `${draft}/trang/ban-la-ai`],
      [mother, `${draft}/trang/noi-o-cua-ban`],
      [mother, `${draft}/trang/ten-cua-chau`],
    ],
    '/nop/:slug/:draft/giay-to': [
      [mother, `${draft}/giay-to`],
      [mother, `${ready}/giay-to`],
    ],
    '/nop/:slug/:draft/kiem-tra': [
      [mother, `${draft}/kiem-tra`],
      [mother, `${ready}/kiem-tra`],
    ],
    '/ho-so': [[mother], ['doanh-nghiep-1']],
    '/ho-so/:code': [
      [mother, `/ho-so/${scene.submitted}`],
      [mother, `/ho-so/${scene.handled}`],
      [mother, `/ho-so/${scene.asked}`],
      [mother, `/ho-so/${scene.resolved}`],
    ],
    '/ho-so/:code/ban-nhap': [[mother, `/ho-so/${scene.confirming}/ban-nhap`]],
    '/ho-so/:code/bien-nhan': [[mother, `/ho-so/${scene.submitted}/bien-nhan`]],
    '/ho-so/:code/bo-sung': [[mother, `/ho-so/${scene.asked}/bo-sung`]],
    '/nop-tien/:demand': [[mother, scene.payment.pay]],
    '/nop-tien/giao-dich/:reference': [
      [mother, scene.payment.order],
      [null, scene.payment.order],
    ],
    // Without a gateway's word it leads to one's dossiers.
    '/nop-tien/tro-ve/:gateway': [[mother, '/nop-tien/tro-ve/vnpay']],
    '/thu-nghiem/cong-thanh-toan/:gateway': [[mother, scene.payment.gateway]],
    '/can-bo/thu-phi': [
      ['mot-cua-1'],
      ['mot-cua-1', `/can-bo/thu-phi?ma=${scene.payment.reference}`],
    ],
    '/can-bo/doi-soat': [['mot-cua-1'], ['lanh-dao-1']],
    '/can-bo/doi-soat/sao-ke': [
      ['mot-cua-1'],
      ['mot-cua-1', '/can-bo/doi-soat/sao-ke?giao-dich=12&moi=10'],
    ],
    '/can-bo/doi-soat/tien/:id': [['mot-cua-1', scene.payment.money]],
    '/can-bo/doi-soat/ngay/:unit/:source/:day': [
      ['mot-cua-1', scene.payment.day],
      ['lanh-dao-1', scene.payment.day],
    ],
    '/quan-tri/thu-phi': [[admin]],
    '/dat-lich': [[null], [mother, `/dat-lich?dich-vu=${slug}`]],
    '/dat-lich/:service': [
      [null, scene.hall.service],
      [mother, scene.hall.service],
    ],
    '/lich-hen': [[mother], ['doanh-nghiep-1']],
    '/lich-hen/:reference': [
      [mother, scene.hall.own],
      [null, scene.hall.guest],
    ],
    '/lich-hen/:reference/doi': [[mother, `${scene.hall.own}/doi`]],
    '/man-hinh/:unit': [[null, '/man-hinh/ninh-kieu-mot-cua']],
    '/quay/:unit': [
      [null, scene.hall.kiosk],
      [null, scene.hall.question],
      [null, '/quay/ninh-kieu-mot-cua'],
    ],
    '/quay/:unit/so/:ticket': [[null, scene.hall.ticket]],
    '/can-bo/goi-so': [['mot-cua-1', scene.hall.desk], ['cong-an-1']],
    '/can-bo/goi-so/lich-hen': [['mot-cua-1', '/can-bo/goi-so/lich-hen?don-vi=ninh-kieu-mot-cua']],
    '/can-bo/goi-so/thong-ke': [['lanh-dao-1'], [admin]],
    '/quan-tri/quay': [[admin]],
    '/tra-cuu': [[null], [null, `/tra-cuu?ma=${scene.submitted}`]],
    '/can-bo': [['mot-cua-1'], [clerk], ['van-thu-1', '/can-bo?xem=tat-ca']],
    '/can-bo/ho-so/:code': [
      ['mot-cua-1', `/can-bo/ho-so/${scene.submitted}`],
      [clerk, `/can-bo/ho-so/${scene.handled}`],
      ['lanh-dao-1', `/can-bo/ho-so/${scene.toSign}`],
      ['quan-su-1', `/can-bo/ho-so/${scene.consulted}`],
      ['mot-cua-1', `/can-bo/ho-so/${scene.resolved}`],
    ],
    '/can-bo/ho-so/:code/bo-sung': [[clerk, desk(scene.handled, 'bo-sung')]],
    '/can-bo/ho-so/:code/tra-ket-qua': [['mot-cua-1', desk(scene.resolved, 'tra-ket-qua')]],
    '/can-bo/ho-so/:code/tu-choi': [['mot-cua-1', desk(scene.submitted, 'tu-choi')]],
    '/can-bo/ho-so/:code/gia-han': [[clerk, desk(scene.handled, 'gia-han')]],
    '/can-bo/ho-so/:code/de-nghi-tu-choi': [[clerk, desk(scene.handled, 'de-nghi-tu-choi')]],
    '/can-bo/ho-so/:code/dung': [[clerk, desk(scene.handled, 'dung')]],
    '/can-bo/ho-so/:code/chuyen-giao': [[clerk, desk(scene.handled, 'chuyen-giao')]],
    '/can-bo/ho-so/:code/tra-lai': [['lanh-dao-1', desk(scene.toSign, 'tra-lai')]],
    '/can-bo/ho-so/:code/chuyen-ngoai-quy-trinh': [
      ['lanh-dao-1', desk(scene.toSign, 'chuyen-ngoai-quy-trinh')],
    ],
    '/can-bo/ho-so/:code/khong-bo-sung': [['lanh-dao-1', desk(scene.proposed, 'khong-bo-sung')]],
    '/can-bo/ho-so/:code/cho-y-kien': [['van-hoa-1', desk(scene.consulted, 'cho-y-kien')]],
    // Mere buttons: their address leads back to the dossier.
    '/can-bo/ho-so/:code/tiep-nhan': [['mot-cua-1', desk(scene.submitted, 'tiep-nhan')]],
    '/can-bo/ho-so/:code/chuyen-buoc': [[clerk, desk(scene.handled, 'chuyen-buoc')]],
    '/can-bo/ho-so/:code/ky-duyet': [['lanh-dao-1', desk(scene.toSign, 'ky-duyet')]],
    '/can-bo/ho-so/:code/vao-so': [['van-thu-1', desk(scene.toRegister, 'vao-so')]],
    '/can-bo/ho-so/:code/hoan-thanh-lien-thong': [
      [clerk, desk(scene.handled, 'hoan-thanh-lien-thong')],
    ],
    '/can-bo/ho-so/:code/tu-choi-lien-thong': [[clerk, desk(scene.handled, 'tu-choi-lien-thong')]],
    '/can-bo/ho-so/:code/cho-bo-sung': [['lanh-dao-1', desk(scene.proposed, 'cho-bo-sung')]],
    '/can-bo/ho-so/:code/nhan-viec': [[clerk, desk(scene.handled, 'nhan-viec')]],
    '/can-bo/ho-so/:code/nha-viec': [[clerk, desk(scene.handled, 'nha-viec')]],
    '/can-bo/ho-so/:code/yeu-cau-nop-phi': [[clerk, desk(scene.handled, 'yeu-cau-nop-phi')]],
    '/can-bo/vang-mat': [[clerk]],
    '/can-bo/nhan-ho-so': [['mot-cua-1']],
    '/can-bo/nhan-ho-so/tai-khoan': [['mot-cua-1']],
    '/quan-tri/co-quan': [[admin], ['lanh-dao-1']],
    '/quan-tri/co-quan/nam/:year': [[admin, '/quan-tri/co-quan/nam/2027']],
    '/quan-tri/co-quan/ngay': [[admin]],
    '/quan-tri/co-quan/ngay/:on': [[admin, '/quan-tri/co-quan/ngay/2026-11-24']],
    '/quan-tri/co-quan/gio': [[admin]],
    '/quan-tri/co-quan/lich/:id': [[admin, scene.calendarChange]],
    '/quan-tri/thang-nhac-han': [[admin]],
    '/tai-khoan/ung-dung': [[mother]],
    // The questions of partners themselves are looked at where partners ask them; these have expired.
    '/ket-noi/:uid': [[mother, '/ket-noi/het-han']],
    '/ket-noi/loi': [[null, '/ket-noi/loi?ma=invalid_request']],
    '/ket-noi/dang-xuat': [[null]],
    '/quan-tri/ung-dung': [[admin]],
    '/quan-tri/ung-dung/dang-ky': [[admin], [admin, '/quan-tri/ung-dung/dang-ky?loai=program']],
    '/quan-tri/ung-dung/:id': [[admin, scene.client]],
    '/quan-tri/ung-dung/khoa': [[admin]],
    '/quan-tri/cap-tai-khoan': [[admin]],
    '/toi/bao-tin': [[mother], [clerk]],
    '/bao-tin/thoi-nhan/:token': [[null, scene.unsubscribe]],
    '/bao-tin/thoi-nhan/xong': [[null]],
    '/quan-tri/tin-nhan': [[admin], [admin, '/quan-tri/tin-nhan?xem=tat-ca']],
    '/quan-tri/tin-nhan/mau': [[admin]],
    '/quan-tri/tin-nhan/dich-vu': [[admin]],
    '/quan-tri/tin-nhan/dich-vu/:id': [[admin, scene.messageService]],
    '/quan-tri/tin-nhan/hop-thu-thu': [[admin]],
    '/quan-tri/lien-thong': [[admin]],
    '/quan-tri/lien-thong/thong-diep': [
      [admin],
      [admin, '/quan-tri/lien-thong/thong-diep?xem=tat-ca'],
    ],
    '/quan-tri/lien-thong/he-thong': [[admin]],
    '/quan-tri/lien-thong/don-vi': [[admin]],
    '/quan-tri/lien-thong/thu-tuc': [[admin]],
    '/quan-tri/thu-tuc': [[admin]],
    '/xuong-thu-tuc/thu-tuc/:slug/chuyen-ho-so': [
      [admin, scene.processMove.replace(/\/[^/]+$/, '')],
    ],
    '/xuong-thu-tuc/thu-tuc/:slug/chuyen-ho-so/:lan': [
      [admin, scene.processMove],
      ['lanh-dao-1', scene.processMove],
    ],
  };
}
