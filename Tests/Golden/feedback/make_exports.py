"""Small made-up exports in the forms of eight vendors. Seeded; invented people only (example.com)."""
import csv, io, os, random
ROOT=os.path.dirname(os.path.abspath(__file__))
R=random.Random(20261121)
NAMES=[("Ada","Fischer"),("Ben","O'Neill"),("Chiara","Rossi"),("Dmitri","Ivanov"),("Elif","Kaya"),("Femi","Adeyemi"),("Grace","Liu"),("Hugo","Martin"),("Ines","García"),("Jonas","Berg")]
COMM=["","","Quick, friendly","Had to explain it twice,\nto two people","Said \"someone will call\"; nobody did","Fine","call me: +49 30 555 0199","=HYPERLINK(\"https://example.com\")","Grüße aus Köln","ok"]
def out(vendor,name,rows,eol="\r\n",bom=False,quoting=csv.QUOTE_MINIMAL,delimiter=','):
    f=io.StringIO(); w=csv.writer(f,lineterminator=eol,quoting=quoting,delimiter=delimiter)
    for r in rows: w.writerow(r)
    d=os.path.join(ROOT,vendor,'private'); os.makedirs(d,exist_ok=True)
    open(os.path.join(d,name),'wb').write((b'\xef\xbb\xbf' if bom else b'')+f.getvalue().encode())
def journey(vendor,text): 
    os.makedirs(os.path.join(ROOT,vendor),exist_ok=True)
    open(os.path.join(ROOT,vendor,vendor+'.journey'),'w').write(text)
def pick(weights,values): return R.choices(values,weights)[0]
def mail(p): return f"{p[0]}.{p[1]}".lower().replace("'","").replace("í","i")+"@example.com"

HEAD='''journey support "Getting help" {
  phase ask "Asks" {
    touchpoint form "Fills in the contact form" channel web owner service
    touchpoint call "Calls the hotline" channel phone owner service
  }
  phase after "After" {
    touchpoint answer "Gets the answer" channel email owner service
  }
}
'''

# Qualtrics -------------------------------------------------------------
H1="StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q2,Q3_NPS_GROUP,Q3,Q4_TEXT,Plan".split(',')
H2=["Start Date","End Date","Response Type","IP Address","Progress","Duration (in seconds)","Finished","Recorded Date","Response ID","Recipient Last Name","Recipient First Name","Recipient Email","External Data Reference","Location Latitude","Location Longitude","Distribution Channel","User Language","How satisfied were you\nwith the call?","It was easy to get my question answered","How likely are you to recommend us? - Group","How likely are you to recommend us?","What should we change? - Text","Plan"]
ids=["startDate","endDate","status","ipAddress","progress","duration","finished","recordedDate","_recordId","recipientLastName","recipientFirstName","recipientEmail","externalDataReference","locationLatitude","locationLongitude","distributionChannel","userLanguage","QID1","QID2","QID3_NPS_GROUP","QID3","QID4_TEXT","Plan"]
H3=['{"ImportId":"%s"%s}'%(i,',"timeZone":"America/Denver"' if i in("startDate","endDate","recordedDate") else '') for i in ids]
rows=[H1,H2,H3]
effort=["Strongly disagree","Disagree","Neither agree nor disagree","Agree","Strongly agree"]
for i in range(60):
    p=NAMES[R.randrange(10)]; m=pick([3,3,2],[7,8,9]); d=R.randrange(1,29)
    t=f"2026-{m:02}-{d:02} {R.randrange(8,22):02}:{R.randrange(60):02}:{R.randrange(60):02}"
    status="IP Address" if i not in(0,1) else "Survey Preview"; fin="True" if i not in(7,23,40) else "False"
    q1=pick([1,2,4,9,8],[1,2,3,4,5]); q2=pick([1,2,3,8,5],effort); q3=pick([1]*7+[3,4,6,6],list(range(11)))
    if i in(12,31): q1=-99
    if i==18: q1=""
    if i==44: q1="six"
    ref=f"C{1000+(i if i not in(50,51,52) else i-30)}"
    grp="Promoter" if q3>=9 else "Passive" if q3>=7 else "Detractor"
    rows.append([t,t,status,f"192.0.2.{i+1}",100 if fin=="True" else 40,R.randrange(40,400),fin,t,f"R_{R.randrange(10**11):011}",p[1],p[0],mail(p),ref,"52.52","13.40","email","EN",q1,q2,grp,q3,R.choice(COMM),pick([4,2],["Basic","Student"])])
out('qualtrics','after-call.csv',rows,eol="\n",bom=True)
journey('qualtrics',HEAD+'''
segment students "Students"

feedback after-call "Survey after a call" {
  file "private/after-call*.csv"
  date "RecordedDate" zone "America/Denver"
  period quarter
  one answer per person "ExternalReference"
  answer csat "Q1" of support/call scale 1..5
  answer effort "Q2" of support/call scale 1..5 higher-is-easier {
    "Strongly disagree" is 1
    "Disagree" is 2
    "Neither agree nor disagree" is 3
    "Agree" is 4
    "Strongly agree" is 5
  }
  answer nps "Q3" of support scale 0..10
  segment "Plan" {
    "Student" is students
  }
  ignore -99 # seen, not answered
}
''')

# SurveyMonkey ----------------------------------------------------------
sat=["Very dissatisfied","Dissatisfied","Neither","Satisfied","Very satisfied"]
h1=["Respondent ID","Collector ID","Start Date","End Date","IP Address","Email Address","First Name","Last Name","Custom Data 1","How satisfied are you with the contact form?","Which of these did you use?","","Anything else?"]
h2=["","","","","","","","","","Response","Search","Chat","Open-Ended Response"]
rows=[h1,h2]
for i in range(40):
    p=R.choice(NAMES); m=pick([2,3],[4,5]); d=R.randrange(1,29)
    t=f"{m:02}/{d:02}/2026 {R.randrange(1,13):02}:{R.randrange(60):02}:{R.randrange(60):02} {'AM' if R.random()<.4 else 'PM'}"
    s=pick([1,3,3,10,6],sat)
    if i in(5,6,7): s=""
    if i==20: s="Satisfied (edited)"
    rows.append([11400000000+i,41000001,t,t,f"198.51.100.{i+1}",mail(p),p[0],p[1],"",s,"Search" if R.random()<.5 else "","Chat" if R.random()<.3 else "",R.choice(COMM)])
out('surveymonkey','contact-form.csv',rows)
journey('surveymonkey',HEAD+'''
feedback contact-form "Survey on the contact form" {
  file "private/contact-form.csv"
  date "End Date" format "MM/DD/YYYY hh:mm:ss A"
  answer csat "How satisfied are you with the contact form?" of support/form scale 1..5 {
    "Very dissatisfied" is 1
    "Dissatisfied" is 2
    "Neither" is 3
    "Satisfied" is 4
    "Very satisfied" is 5
  }
}
''')

# Zendesk ---------------------------------------------------------------
h="Summation column,Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,First reply time in minutes,First reply time in minutes within business hours,First resolution time in minutes,First resolution time in minutes within business hours,Full resolution time in minutes,Full resolution time in minutes within business hours".split(',')
rows=[h]
for i in range(50):
    p=R.choice(NAMES); m=pick([1,1,1],[1,2,3]); d=R.randrange(1,28); hh=R.randrange(8,19)
    st=pick([6,3,1],["Closed","Solved","Open"]); mins=int(R.lognormvariate(6.5,1.1))
    sc=pick([5,3,9,3],["Unoffered","Offered","Good","Bad"]) if st!="Open" else "Unoffered"
    via=pick([5,4,1],["Web form","Phone call (incoming)","Twitter"])
    c=f"2026-{m:02}-{d:02} {hh:02}:{R.randrange(60):02}"; re=pick([8,2,1],[0,1,2])
    if i==30: st,sc="Closed","Good"; mins=-5
    rows.append([1,7000+i,f"{p[0]} {p[1]}",90000+i,"",mail(p),"example.com",f"{p[0]} {p[1]}","Agent 3","Support",f"Question from {p[0]}","tag_a tag_b",st,"Normal",via,"Question",c,c,c,"","",c,"" if st=="Open" else c,"" if st=="Open" else max(0,mins)//60,sc,1,1,re,R.randrange(1,5),R.randrange(5,300),R.randrange(5,100),"" if st=="Open" else mins,"","" if st=="Open" else mins,""])
out('zendesk','tickets.csv',rows)
journey('zendesk',HEAD+'''
feedback tickets "Help desk" {
  file "private/tickets.csv"
  date "Created at"
  period quarter
  touchpoint "Via" {
    "Web form" is support/form
    "Phone call (incoming)" is support/call
  }
  answer csat "Satisfaction Score" scale 0..1 good 1 {
    "Good" is 1
    "Bad" is 0
    "Offered", "Unoffered" is ignored
  }
  answer resolution "Full resolution time in minutes" in minutes where "Status" is "Solved", "Closed"
  answer fcr "Reopens" where "Status" is "Solved", "Closed" {
    0 is yes
    1, 2, 3 is no
  }
}
''')

# Typeform --------------------------------------------------------------
h=["#","How easy was it to get your <strong>answer</strong>?","How likely are you to recommend us?","Anything else?","Response Type","Start Date (UTC)","Stage Date (UTC)","Submit Date (UTC)","Network ID","Tags"]
rows=[h]
for i in range(36):
    m=pick([1,2],[9,10]); t=f"2026-{m:02}-{R.randrange(1,29):02} {R.randrange(24):02}:{R.randrange(60):02}:{R.randrange(60):02}"
    done=i not in(3,9,10,27)
    rows.append([f"{R.randrange(16**16):016x}",pick([1,1,2,3,5,8,6],list(range(1,8))),pick([1]*6+[2,4,5,7,6],list(range(11))) if done else "",R.choice(COMM),"completed" if done else "partial",t,"" if done else t,t if done else "",f"{R.randrange(16**10):010x}",""])
out('typeform','answers.csv',rows,eol="\n")
journey('typeform',HEAD+'''
feedback answers "Survey after an answer" {
  file "private/answers.csv"
  date "Submit Date (UTC)"
  answer effort "How easy was it to get your answer?" of support/answer scale 1..7 higher-is-easier
  answer nps "How likely are you to recommend us?" of support scale 0..10
}
''')

# Medallia Agent Connect --------------------------------------------------
h="request_id,request_created_at,request_sent_at,request_delivery_status,request_delivery_method,response_received_at,language,external_user_id,channel,employee_email,star_rating,comments,tags,brand,location".split(',')
rows=[h]
for i in range(60):
    m=pick([1,1],[5,6]); t=f"2026-{m:02}-{R.randrange(1,29):02} {R.randrange(7,20):02}:{R.randrange(60):02}:{R.randrange(60):02} UTC"
    answered=R.random()<.6; ch=pick([5,3,1],["phone","email","kiosk"])
    rows.append([f"req_{i:04}",t,t,"delivered" if i%17 else "bounced","email",t if answered else "","en",f"u{5000+i}",ch,"agent3@example.com",pick([1,1,2,5,9],[1,2,3,4,5]) if answered else "",R.choice(COMM) if answered else "","","Example","Berlin"])
out('medallia','requests.csv',rows,eol="\n")
journey('medallia',HEAD+'''
feedback requests "Stars after a contact" {
  file "private/requests.csv"
  date "request_sent_at"
  touchpoint "channel" {
    "phone" is support/call
    "email" is support/answer
    "kiosk" is ignored
  }
  answer csat "star_rating" scale 1..5
}
''')

# Delighted -------------------------------------------------------------
h="id,person,person_email,survey_type,score,comment,permalink,created_at,updated_at,person_properties,notes,tags".split(',')
rows=[h]
for i in range(30):
    p=R.choice(NAMES); t=1767225600+R.randrange(90*86400)
    rows.append([R.randrange(10**8,10**9),R.randrange(10**8,10**9),mail(p),"nps",pick([1]*6+[2,4,6,8,9],list(range(11))),R.choice(COMM),f"https://app.delighted.com/r/{R.randrange(16**12):012x}",t,t,'{"plan":"basic"}',"[]",""])
rows[9][4]=""; rows[15][3]="csat"; rows[15][4]=5
out('delighted','delighted.csv',rows,eol="\n")
journey('delighted',HEAD+'''
feedback relationship "Yearly survey" {
  file "private/delighted.csv"
  date "created_at" zone "Europe/Berlin"
  period quarter
  answer nps "score" of workspace scale 0..10 where "survey_type" is "nps"
}
''')

# Intercom --------------------------------------------------------------
h="conversation_id,channel,teammate,created_at,rating,remark,time_to_first_response,time_to_close".split(',')
rows=[h]
for i in range(30):
    t=f"2026-08-{R.randrange(1,29):02} {R.randrange(7,20):02}:{R.randrange(60):02}:{R.randrange(60):02}"
    rows.append([215000000+i,"chat","Agent 3",t,pick([6,1,1,2,4,6],["",1,2,3,4,5]),R.choice(COMM),int(R.lognormvariate(5,1)),int(R.lognormvariate(8,1))])
out('intercom','conversations.csv',rows,eol="\n")
journey('intercom',HEAD+'''
feedback chats "Chats" {
  file "private/conversations.csv"
  date "created_at"
  answer csat "rating" of support/answer scale 1..5
  answer resolution "time_to_close" of support/answer in seconds
}
''')

# Microsoft Forms -------------------------------------------------------
# A workbook only. Times are numbers with a format; whoever answers without signing in is "anonymous".
import datetime, openpyxl
book=openpyxl.Workbook(); sheet=book.active; sheet.title="Form1"
sheet.append(["ID","Start time","Completion time","Email","Name","How easy was it to get your answer?","How likely are you to recommend us?","What should we change?","What did you ask about?"])
for i in range(40):
    t=datetime.datetime(2026,8,1,8,0,0)+datetime.timedelta(seconds=R.randrange(60*86400))
    p=R.choice(NAMES); signed=i%5==0
    easy=pick([1,2,3,6,8],["Very hard","Hard","Neither","Easy","Very easy"])
    if i==7: easy=None
    sheet.append([i+1,t,t+datetime.timedelta(seconds=R.randrange(20,400)),mail(p) if signed else "anonymous",f"{p[0]} {p[1]}" if signed else None,easy,pick([1]*7+[3,4,6,6],list(range(11))),R.choice(COMM).lstrip("=") or None,"An invoice;Something else;" if i%3 else "An invoice;"])
for row in sheet.iter_rows(min_row=2,min_col=2,max_col=3):
    for cell in row: cell.number_format="m/d/yy h:mm:ss"
sheet.row_dimensions[4].hidden=True
d=os.path.join(ROOT,'microsoft-forms','private'); os.makedirs(d,exist_ok=True); book.save(os.path.join(d,'answers.xlsx'))
journey('microsoft-forms',HEAD+'''
feedback form "Form after an answer" {
  file "private/*.xlsx"
  sheet "Form1"
  date "Completion time"
  period quarter
  answer effort "How easy was it to get your answer?" of support/answer scale 1..5 higher-is-easier {
    "Very hard" is 1
    "Hard" is 2
    "Neither" is 3
    "Easy" is 4
    "Very easy" is 5
  }
  answer nps "How likely are you to recommend us?" of support scale 0..10
}
''')
