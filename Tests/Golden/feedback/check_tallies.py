"""The tallies of the made-up exports a second time, by the csv module."""
import csv, collections, datetime, os, zoneinfo
R=os.path.dirname(os.path.abspath(__file__))+'/'
def rows(v,f,n):
    r=list(csv.reader(open(R+f'{v}/private/{f}',encoding='utf-8-sig',newline=''))); return r[0],r[n:]
def bucket(x):
    if x<256: return x
    m=x.bit_length()-1; return x-x%2**(m-7)
def q(d): return f"{d[:4]}-Q{(int(d[5:7])+2)//3}"
def check(v,c):
    t=sorted(','.join(map(str,k))+f',{n},,' for k,n in c.items())
    g=open(R+v+'.tally.csv').read().split('\n')[1:-1]
    print(v,'ok' if sorted(x.encode() for x in t)==[x.encode() for x in g] else ('DIFF',set(t)^set(g)))
h,rs=rows('qualtrics','after-call.csv',3); C=collections.Counter(); best={}
eff={"Strongly disagree":1,"Disagree":2,"Neither agree nor disagree":3,"Agree":4,"Strongly agree":5}
for r in rs:
    d=dict(zip(h,r))
    if d['Status']=='Survey Preview' or d['Finished']=='False': continue
    ans={}
    if d['Q1'] in list('12345'): ans['csat']=int(d['Q1'])
    ans['effort']=eff[d['Q2']]; ans['nps']=int(d['Q3'])
    seg='students' if d['Plan']=='Student' else ''
    for place,ms in(('call',('csat','effort')),('',('nps',))):
        a={m:ans[m] for m in ms if m in ans}
        if a: best[(d['ExternalReference'],place,q(d['RecordedDate']))]=max(best.get((d['ExternalReference'],place,q(d['RecordedDate'])),('',)),(d['RecordedDate'],','.join(r),seg,tuple(a.items())))
for (ref,place,per),(_,_,seg,a) in best.items():
    for m,x in a: C[('support',place,m,{'csat':'1..5','effort':'1..5','nps':'0..10'}[m],per,seg,'after-call',x)]+=1
check('qualtrics',C)
h,rs=rows('surveymonkey','contact-form.csv',2); C=collections.Counter(); sat=["Very dissatisfied","Dissatisfied","Neither","Satisfied","Very satisfied"]
for r in rs:
    if r[9] in sat: C[('support','form','csat','1..5',f"2026-{r[3][:2]}",'','contact-form',sat.index(r[9])+1)]+=1
check('surveymonkey',C)
h,rs=rows('zendesk','tickets.csv',1); C=collections.Counter()
for r in rs:
    d=dict(zip(h,r)); p={"Web form":'form',"Phone call (incoming)":'call'}.get(d['Via'])
    if not p: continue
    k=lambda m,s,x:('support',p,m,s,q(d['Created at']),'','tickets',x)
    if d['Satisfaction Score'] in('Good','Bad'): C[k('csat','0..1',int(d['Satisfaction Score']=='Good'))]+=1
    if d['Status'] in('Solved','Closed'):
        x=d['Full resolution time in minutes']
        if x and int(x)>=0: C[k('resolution','',bucket(int(x)*60))]+=1
        C[k('fcr','0..1',int(d['Reopens']=='0'))]+=1
check('zendesk',C)
h,rs=rows('typeform','answers.csv',1); C=collections.Counter()
for r in rs:
    if r[4]!='completed': continue
    C[('support','answer','effort','1..7',r[7][:7],'','answers',r[1])]+=1; C[('support','','nps','0..10',r[7][:7],'','answers',r[2])]+=1
check('typeform',C)
h,rs=rows('medallia','requests.csv',1); C=collections.Counter()
for r in rs:
    d=dict(zip(h,r)); p={'phone':'call','email':'answer'}.get(d['channel'])
    if p and d['star_rating']: C[('support',p,'csat','1..5',d['request_sent_at'][:7],'','requests',d['star_rating'])]+=1
check('medallia',C)
h,rs=rows('delighted','delighted.csv',1); C=collections.Counter()
for r in rs:
    d=dict(zip(h,r)); t=datetime.datetime.fromtimestamp(int(d['created_at']),zoneinfo.ZoneInfo('Europe/Berlin'))
    if d['survey_type']=='nps' and d['score']: C[('','','nps','0..10',q(t.isoformat()),'','relationship',d['score'])]+=1
check('delighted',C)
h,rs=rows('intercom','conversations.csv',1); C=collections.Counter()
for r in rs:
    d=dict(zip(h,r))
    if d['rating']: C[('support','answer','csat','1..5',d['created_at'][:7],'','chats',d['rating'])]+=1
    C[('support','answer','resolution','',d['created_at'][:7],'','chats',bucket(int(d['time_to_close'])))]+=1
check('intercom',C)
h,rs=rows('steps','steps.csv',1); C=collections.Counter()
for kind,step,question,value,_ in rs:
    if kind!='customer' or not value: continue
    if question=='SAT' and step=='CALL': C[('support','call','csat','1..5','2026-Q3','','steps',value)]+=1
    if question=='NPS': C[('','','nps','0..10','2026-Q3','','steps',value)]+=1
check('steps',C)
import openpyxl
rs=list(openpyxl.load_workbook(R+'microsoft-forms/private/answers.xlsx')['Form1'].values); C=collections.Counter(); easy=["Very hard","Hard","Neither","Easy","Very easy"]
for r in rs[1:]:
    per=f"{r[2].year}-Q{(r[2].month+2)//3}"
    if r[5]: C[('support','answer','effort','1..5',per,'','form',easy.index(r[5])+1)]+=1
    C[('support','','nps','0..10',per,'','form',r[6])]+=1
check('microsoft-forms',C)
